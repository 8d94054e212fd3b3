/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.web;

import jakarta.ws.rs.ext.Provider;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** Our own problems on the wire. The title comes with {@link ProblemShape}. */
@Provider
class ProblemMapper extends ExceptionMapperBase<Problem> {

    @Override
    protected HttpProblem toProblem(Problem problem) {
        HttpProblem.Builder builder = HttpProblem.builder()
                .withType(problem.type().uri())
                .withStatus(problem.type().status())
                .withDetail(problem.getMessage());
        problem.parameters().forEach(builder::with);
        problem.headers().forEach(builder::withHeader);
        return builder.build();
    }
}
