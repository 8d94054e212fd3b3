/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

import fi.saumaton.customer.fact.text.Checksum;
import fi.saumaton.customer.fact.text.CompanyFile;
import fi.saumaton.customer.fact.text.FactReader;
import fi.saumaton.customer.identity.HandleRule;

/** What an agent types, in the form in which facts are kept; empty when it can't be one of its kind. */
final class EntryRule {
    private final CompanyFile company;
    private final FactReader reader;
    private final HandleRule handles;

    EntryRule(CompanyFile company, FactReader reader, HandleRule handles) {
        this.company = company;
        this.reader = reader;
        this.handles = handles;
    }

    boolean knows(String kind) {
        return company.kinds().containsKey(kind);
    }

    /** Whether it holds what must not be kept. */
    boolean isSecret(String text) {
        return !reader.read(text, LocalDate.EPOCH).secrets().isEmpty();
    }

    Optional<String> value(String kind, String written) {
        var text = written.strip().replaceAll("\\s+", " ");
        var packed = text.replace(" ", "").toUpperCase(Locale.ROOT);
        return switch (kind) {
            case "email", "phone" -> handles.handle(kind, text).map(handle -> handle.value());
            case "business-id" -> Optional.of(packed).filter(id -> id.matches("\\d{7}-\\d") && Checksum.businessId(id));
            case "iban" ->
                Optional.of(packed).filter(iban -> iban.matches("[A-Z]{2}[0-9A-Z]{13,30}") && Checksum.modulo97(iban));
            case "payment-reference" -> Optional.of(packed).filter(EntryRule::isReference);
            case "language" -> Optional.of(text.toLowerCase(Locale.ROOT)).filter(code -> code.matches("[a-z]{2}"));
            case "date" -> date(text);
            default ->
                company.form(kind) == null
                        ? Optional.of(text)
                        : Optional.of(packed)
                                .filter(number ->
                                        company.form(kind).matcher(number).matches());
        };
    }

    private static boolean isReference(String reference) {
        return reference.startsWith("RF")
                ? reference.matches("RF\\d{3,23}") && Checksum.modulo97(reference)
                : reference.matches("\\d{4,20}") && Checksum.reference(reference);
    }

    private static Optional<String> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text).toString());
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
