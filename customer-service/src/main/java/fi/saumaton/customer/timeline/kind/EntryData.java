/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline.kind;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the data of an entry says, by kind. Further fields may stand beside these: they are kept and shown as they came.
 * Money is in hundredths of the main unit, whatever the currency, so that nobody rounds it. The names of numbers, products
 * and promised days are those from which facts are learnt.
 */
public sealed interface EntryData {
    /** Whether it has taken place; false while it is planned, under way or called off. */
    default boolean happened() {
        return true;
    }

    /** When it took place, if the data says so itself; else null, for the time of the entry. */
    default Instant happenedAt() {
        return null;
    }

    /** Data with a price. */
    sealed interface Priced {
        Long amountCents();

        String currency();
    }

    @Schema(name = "OrderData", description = "Of purchase and order: what was bought")
    @CurrencyBesideAmount
    record Order(
            @Size(max = 60) @Schema(examples = "1001") String orderNumber,

            @Size(max = 200) @Schema(examples = "Chainsaw CS-50")
            String product,

            @Size(max = 60) @Schema(examples = "CS-50") String sku,
            @Positive @Schema(examples = "1") Integer quantity,
            @PositiveOrZero @Schema(examples = "38900") Long amountCents,
            @Coded(Code.CURRENCY) @Schema(examples = "EUR") String currency,
            @Schema(examples = "2026-11-24") LocalDate promisedDelivery,

            @Pattern(regexp = "placed|confirmed|shipped|cancelled") @Schema(examples = "confirmed")
            String state)
            implements EntryData, Priced {}

    @Schema(name = "DeliveryData", description = "Of delivery: on its way, or arrived (the default)")
    record Delivery(
            @Size(max = 60) @Schema(examples = "1001") String orderNumber,
            @Size(max = 60) @Schema(examples = "Posti") String carrier,

            @Size(max = 60) @Schema(examples = "JJFI60000000001")
            String trackingNumber,

            @Schema(examples = "2026-11-24") LocalDate promisedDelivery,
            @Schema(examples = "2026-11-24T10:30:00Z") Instant arrivedAt,

            @Pattern(regexp = "under-way|delayed|arrived|returned") @Schema(examples = "arrived")
            String state)
            implements EntryData {
        @Override
        public boolean happened() {
            return state == null || state.equals("arrived");
        }

        @Override
        public Instant happenedAt() {
            return arrivedAt;
        }
    }

    @Schema(name = "InvoiceData", description = "Of invoice")
    record Invoice(
            @NotBlank @Size(max = 60) @Schema(examples = "INV-20001")
            String invoiceNumber,

            @NotNull @PositiveOrZero @Schema(examples = "38900")
            Long amountCents,

            @NotNull @Coded(Code.CURRENCY) @Schema(examples = "EUR")
            String currency,

            @NotNull @Schema(examples = "2026-12-04") LocalDate dueDate,

            @Coded(Code.PAYMENT_REFERENCE)
            @Schema(description = "Finnish reference or RF (ISO 11649)", examples = "RF18539007547034")
            String reference,

            @Size(max = 60) @Schema(examples = "1001") String orderNumber,

            @Pattern(regexp = "open|paid|overdue|credited|cancelled") @Schema(examples = "open")
            String state)
            implements EntryData, Priced {}

    @Schema(name = "PaymentData", description = "Of payment")
    record Payment(
            @NotNull @PositiveOrZero @Schema(examples = "38900")
            Long amountCents,

            @NotNull @Coded(Code.CURRENCY) @Schema(examples = "EUR")
            String currency,

            @Coded(Code.PAYMENT_REFERENCE) @Schema(examples = "RF18539007547034")
            String reference,

            @Size(max = 60) @Schema(examples = "INV-20001") String invoiceNumber,
            @Size(max = 40) @Schema(examples = "card") String method)
            implements EntryData, Priced {}

    @Schema(name = "ReturnData", description = "Of return: what came back, and why")
    @CurrencyBesideAmount
    record Return(
            @Size(max = 60) @Schema(examples = "1001") String orderNumber,

            @Size(max = 200) @Schema(examples = "Chainsaw CS-50")
            String product,

            @Size(max = 500) @Schema(examples = "Too heavy") String reason,
            @PositiveOrZero @Schema(examples = "38900") Long amountCents,
            @Coded(Code.CURRENCY) @Schema(examples = "EUR") String currency,
            @Schema(examples = "2026-12-01") LocalDate promisedRefund)
            implements EntryData, Priced {}

    @Schema(name = "RefundData", description = "Of refund")
    record Refund(
            @NotNull @PositiveOrZero @Schema(examples = "38900")
            Long amountCents,

            @NotNull @Coded(Code.CURRENCY) @Schema(examples = "EUR")
            String currency,

            @Size(max = 60) @Schema(examples = "1001") String orderNumber)
            implements EntryData, Priced {}

    @Schema(name = "ComplaintData", description = "Of complaint")
    record Complaint(
            @Size(max = 200) @Schema(examples = "The chain comes off")
            String subject,

            @Size(max = 4000) String description,

            @Pattern(regexp = "product|delivery|invoice|service|other") @Schema(examples = "product")
            String category,

            @Pattern(regexp = "minor|major|critical") @Schema(examples = "major")
            String severity,

            @Size(max = 60) @Schema(examples = "1001") String orderNumber,

            @Size(max = 200) @Schema(examples = "Chainsaw CS-50")
            String product,

            @Pattern(regexp = "received|under-way|settled|rejected") @Schema(examples = "received")
            String state)
            implements EntryData {}

    @Schema(name = "MaintenanceData", description = "Of maintenance: a job planned, done (the default) or called off")
    record Maintenance(
            @Size(max = 200) @Schema(examples = "Chainsaw CS-50")
            String device,

            @Size(max = 60) @Schema(examples = "SN-123456") String serialNumber,
            @Size(max = 60) @Schema(examples = "WO-77") String workOrder,

            @Size(max = 4000) @Schema(examples = "Clutch changed")
            String description,

            @Schema(examples = "2026-11-25") LocalDate promisedVisit,

            @Pattern(regexp = "planned|done|cancelled") @Schema(examples = "done")
            String state)
            implements EntryData {
        @Override
        public boolean happened() {
            return done(state);
        }
    }

    @Schema(name = "VisitData", description = "Of visit: the customer at ours, or we at theirs")
    record Visit(
            @Size(max = 200) @Schema(examples = "Shop, Tampere")
            String place,

            @Size(max = 500) @Schema(examples = "Looked at brush cutters")
            String purpose,

            @Size(max = 4000) String notes,

            @Pattern(regexp = "planned|done|cancelled") @Schema(examples = "done")
            String state)
            implements EntryData {
        @Override
        public boolean happened() {
            return done(state);
        }
    }

    @Schema(name = "MeetingData", description = "Of meeting")
    record Meeting(
            @Size(max = 200) @Schema(examples = "Yearly service contract")
            String subject,

            @Size(max = 200) String place,
            @Schema(examples = "2026-11-20T08:00:00Z") Instant startsAt,
            @Schema(examples = "2026-11-20T09:00:00Z") Instant endsAt,
            @Size(max = 50) List<@NotBlank @Size(max = 200) String> participants,
            @Size(max = 4000) String notes,

            @Pattern(regexp = "planned|done|cancelled") @Schema(examples = "done")
            String state)
            implements EntryData {
        @Override
        public boolean happened() {
            return done(state);
        }
    }

    @Schema(name = "CallData", description = "Of call: a telephone call that no channel here has carried")
    record Call(
            @Pattern(regexp = "in|out") @Schema(examples = "in")
            String direction,

            @PositiveOrZero @Schema(examples = "185") Integer durationSeconds,
            @Schema(examples = "true") Boolean answered,
            @Size(max = 4000) String notes)
            implements EntryData {
        @Override
        public boolean happened() {
            return answered == null || answered;
        }
    }

    @Schema(name = "CaseData", description = "Of case: a matter in another system")
    record Case(
            @NotBlank @Size(max = 60) @Schema(examples = "C-4711")
            String caseNumber,

            @Size(max = 200) @Schema(examples = "Warranty repair")
            String subject,

            @Pattern(regexp = "open|waiting|closed") @Schema(examples = "open")
            String state,

            @Email @Size(max = 254) @Schema(examples = "jenni@example.test")
            String assignee)
            implements EntryData {}

    @Schema(name = "InterviewNoteData", description = "Of interview-note: what was heard or observed when listening")
    record InterviewNote(
            @NotBlank @Size(max = 10_000) @Schema(examples = "Wants to see the price of parts first")
            String text,

            @Pattern(regexp = "interview|observation|workshop") @Schema(examples = "interview")
            String method,

            @Size(max = 200) @Schema(examples = "Jenni") String interviewer,
            @Size(max = 20) List<@NotBlank @Size(max = 60) String> themes)
            implements EntryData {}

    @Schema(name = "NoteData", description = "Of note: anything worth knowing")
    record Note(
            @NotBlank @Size(max = 4000) @Schema(examples = "Will decide after the fair")
            String text) implements EntryData {}

    private static boolean done(String state) {
        return state == null || state.equals("done");
    }
}
