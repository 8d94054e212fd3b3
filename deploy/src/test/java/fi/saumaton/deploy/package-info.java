/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/**
 * What must hold for the manifests under deploy/: they are rendered as kubectl would, checked against the strict schemas of
 * Kubernetes and its operators, and against the rules of the house and the code of the services.
 */
package fi.saumaton.deploy;
