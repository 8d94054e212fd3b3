/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.matching;

/** What people are compared by. The code is the name on the wire and in the database. */
public enum Field {
    GIVEN_NAME("given-name", Kind.TEXT),
    FAMILY_NAME("family-name", Kind.TEXT),
    /** Year, month and day as eight digits. */
    BIRTH_DATE("birth-date", Kind.DATE),
    STREET_NUMBER("street-number", Kind.CODE),
    STREET("street", Kind.TEXT),
    /** The second line of an address: building, farm, care of. */
    ADDRESS_EXTRA("address-extra", Kind.TEXT),
    LOCALITY("locality", Kind.TEXT),
    POSTAL_CODE("postal-code", Kind.CODE),
    REGION("region", Kind.CODE),
    PHONE("phone", Kind.CODE),
    EMAIL("email", Kind.CODE),
    /** A number that one person has for life, such as the social security number. */
    NATIONAL_ID("national-id", Kind.CODE);

    /** How values of a field are compared. */
    enum Kind {
        TEXT,
        DATE,
        CODE
    }

    private final String code;
    private final Kind kind;

    Field(String code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    public String code() {
        return code;
    }

    Kind kind() {
        return kind;
    }
}
