/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.sample;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;

import fi.saumaton.devstack.StackResource;

/** The one stack of all the kit's component tests; alike on all, so that it starts once. */
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "kit"))
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Kit {}
