/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.person;

import java.util.EnumMap;
import java.util.Map;

import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import fi.saumaton.customer.matching.Field;

/** A person's details as systems send them; whatever is not known is left out. */
@Schema(description = "Who the customer is, as far as the system knows")
public record PersonDetails(
        @Size(max = 100) @Schema(examples = "Mikko") String givenName,
        @Size(max = 100) @Schema(examples = "Mallikas") String familyName,

        @Size(max = 20) @Schema(examples = "1980-03-04", description = "Year, month, day; or day.month.year")
        String birthDate,

        @Size(max = 100) @Schema(examples = "Pitkäkatu") String street,
        @Size(max = 20) @Schema(examples = "12 A 5") String streetNumber,

        @Size(max = 100) @Schema(description = "The second line of an address")
        String addressExtra,

        @Size(max = 20) @Schema(examples = "33100") String postalCode,
        @Size(max = 100) @Schema(examples = "Tampere") String locality,
        @Size(max = 100) String region,

        @Size(max = 40) @Schema(examples = "+358401234567", description = "Named by the customer, not proven")
        String phone,

        @Size(max = 254) @Schema(description = "Named by the customer, not proven")
        String email,

        @Size(max = 40) @Schema(description = "A number that one person has for life")
        String nationalId) {

    Map<Field, String> fields() {
        var fields = new EnumMap<Field, String>(Field.class);
        put(fields, Field.GIVEN_NAME, givenName);
        put(fields, Field.FAMILY_NAME, familyName);
        put(fields, Field.BIRTH_DATE, birthDate);
        put(fields, Field.STREET, street);
        put(fields, Field.STREET_NUMBER, streetNumber);
        put(fields, Field.ADDRESS_EXTRA, addressExtra);
        put(fields, Field.POSTAL_CODE, postalCode);
        put(fields, Field.LOCALITY, locality);
        put(fields, Field.REGION, region);
        put(fields, Field.PHONE, phone);
        put(fields, Field.EMAIL, email);
        put(fields, Field.NATIONAL_ID, nationalId);
        return fields;
    }

    private static void put(Map<Field, String> fields, Field field, String value) {
        if (value != null && !value.isBlank()) {
            fields.put(field, value.strip());
        }
    }
}
