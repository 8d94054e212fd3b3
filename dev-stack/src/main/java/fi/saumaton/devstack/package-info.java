/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/**
 * What {@code ./dev} and every test run on: PostgreSQL, Kafka, Keycloak, a mail server and a demo shop, each an ordinary
 * process from archives of Maven Central. No Docker, no root, nothing shared with other projects of the machine.
 */
package fi.saumaton.devstack;
