/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/** Keycloak, built once for PostgreSQL and kept; its realm comes from {@code keycloak/saumaton-realm.json}. */
package fi.saumaton.devstack.keycloak;
