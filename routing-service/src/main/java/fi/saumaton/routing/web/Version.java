/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.web;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;

import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** The version of what is edited, as ETag and If-Match. */
public final class Version {

    private Version() {}

    /** An answer with its version as ETag. */
    public static Response.ResponseBuilder tagged(Response.ResponseBuilder response, long version) {
        return response.tag(new EntityTag(Long.toString(version)));
    }

    /**
     * Lets an edit through only when its author has seen the present version.
     *
     * @param ifMatch the request's header, null when it has none
     */
    public static void check(String ifMatch, long version) {
        if (ifMatch == null) {
            throw new Problem(CommonProblem.PRECONDITION_REQUIRED, "Say by If-Match which version you have changed");
        }
        String tag = ifMatch.strip();
        if (!tag.equals("*") && !tag.equals("\"" + version + "\"")) {
            throw changedMeanwhile();
        }
    }

    /** Somebody else was first. */
    public static Problem changedMeanwhile() {
        return new Problem(CommonProblem.PRECONDITION_FAILED, "It has been changed meanwhile: read it again");
    }
}
