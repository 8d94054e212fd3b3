/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.form;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What somebody typed.
 *
 * @param website a field that people do not see and programs fill in: whoever does is not heard
 */
@RegisterForReflection
@Schema(
        name = "FormMessage",
        examples =
                "{\"email\":\"mikko@example.test\",\"name\":\"Mikko\",\"subject\":\"Chain oil\",\"text\":\"Does it need special oil?\"}")
public record FormMessage(
        @Email @Size(max = 254) String email,

        @Pattern(regexp = "\\+?[0-9 ()./-]{5,30}") String phone,

        @Size(max = 200) String name,
        @Size(max = 200) String subject,
        @NotBlank @Size(max = 10_000) String text,
        @Size(max = 60) String customerNumber,
        @Size(max = 500) String website) {

    boolean isByProgram() {
        return website != null && !website.isEmpty();
    }

    boolean canBeAnswered() {
        return isGiven(email) || isGiven(phone);
    }

    static boolean isGiven(String field) {
        return field != null && !field.isBlank();
    }
}
