/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.report;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.saumaton.kit.web.Page;

/** A page of contacts. */
record ContactsResponse(
        List<ContactResponse> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) String next) {

    static ContactsResponse from(Page<ContactResponse> page) {
        return new ContactsResponse(page.items(), page.next());
    }
}
