/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/** PostgreSQL from the archive that the build has chosen for this machine. */
package fi.saumaton.devstack.postgres;
