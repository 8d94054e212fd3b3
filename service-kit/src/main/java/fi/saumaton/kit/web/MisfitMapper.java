/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.web;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** JSON of another shape than expected, which Quarkus would answer without a word. The rest comes with {@link ProblemShape}. */
@Provider
class MisfitMapper extends ExceptionMapperBase<MismatchedInputException> {

    @Override
    protected HttpProblem toProblem(MismatchedInputException misfit) {
        return HttpProblem.valueOf(Response.Status.BAD_REQUEST);
    }
}
