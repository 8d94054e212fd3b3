/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline.kind;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of entries whose data is known here. */
public enum Kind {
    PURCHASE(
            "purchase",
            EntryData.Order.class,
            null,
            "Ostos[ {orderNumber}][: {product}][, {amount}]",
            "Köp[ {orderNumber}][: {product}][, {amount}]",
            "Purchase[ {orderNumber}][: {product}][, {amount}]"),
    ORDER(
            "order",
            EntryData.Order.class,
            null,
            "Tilaus[ {orderNumber}][: {product}][, {amount}]",
            "Beställning[ {orderNumber}][: {product}][, {amount}]",
            "Order[ {orderNumber}][: {product}][, {amount}]"),
    DELIVERY(
            "delivery",
            EntryData.Delivery.class,
            null,
            "Toimitus[ {orderNumber}][, {carrier}][ {trackingNumber}]",
            "Leverans[ {orderNumber}][, {carrier}][ {trackingNumber}]",
            "Delivery[ {orderNumber}][, {carrier}][ {trackingNumber}]"),
    INVOICE(
            "invoice",
            EntryData.Invoice.class,
            null,
            "Lasku {invoiceNumber}, {amount}, eräpäivä {dueDate}",
            "Faktura {invoiceNumber}, {amount}, förfaller {dueDate}",
            "Invoice {invoiceNumber}, {amount}, due {dueDate}"),
    PAYMENT(
            "payment",
            EntryData.Payment.class,
            null,
            "Maksu {amount}[, lasku {invoiceNumber}]",
            "Betalning {amount}[, faktura {invoiceNumber}]",
            "Payment {amount}[, invoice {invoiceNumber}]"),
    RETURN(
            "return",
            EntryData.Return.class,
            null,
            "Palautus[ {orderNumber}][: {product}]",
            "Retur[ {orderNumber}][: {product}]",
            "Return[ {orderNumber}][: {product}]"),
    REFUND(
            "refund",
            EntryData.Refund.class,
            null,
            "Hyvitys {amount}[, tilaus {orderNumber}]",
            "Återbetalning {amount}[, beställning {orderNumber}]",
            "Refund {amount}[, order {orderNumber}]"),
    COMPLAINT(
            "complaint",
            EntryData.Complaint.class,
            null,
            "Reklamaatio[: {subject}]",
            "Reklamation[: {subject}]",
            "Complaint[: {subject}]"),
    MAINTENANCE(
            "maintenance",
            EntryData.Maintenance.class,
            null,
            "Huolto[ {workOrder}][: {device}]",
            "Service[ {workOrder}][: {device}]",
            "Maintenance[ {workOrder}][: {device}]"),
    VISIT(
            "visit",
            EntryData.Visit.class,
            "visit",
            "Käynti[: {purpose}][, {place}]",
            "Besök[: {purpose}][, {place}]",
            "Visit[: {purpose}][, {place}]"),
    MEETING(
            "meeting",
            EntryData.Meeting.class,
            "visit",
            "Tapaaminen[: {subject}]",
            "Möte[: {subject}]",
            "Meeting[: {subject}]"),
    CALL("call", EntryData.Call.class, "voice", "Puhelu", "Samtal", "Call"),
    CASE(
            "case",
            EntryData.Case.class,
            null,
            "Tapaus {caseNumber}[: {subject}]",
            "Fall {caseNumber}[: {subject}]",
            "Case {caseNumber}[: {subject}]"),
    INTERVIEW_NOTE(
            "interview-note",
            EntryData.InterviewNote.class,
            null,
            "Haastattelu: {text}",
            "Intervju: {text}",
            "Interview: {text}"),
    NOTE("note", EntryData.Note.class, null, "Muistiinpano: {text}", "Anteckning: {text}", "Note: {text}");

    private static final Map<String, Kind> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(Kind::code, Function.identity()));

    private final String code;
    private final Class<? extends EntryData> data;
    private final String channelKind;
    private final Titles titles;

    Kind(String code, Class<? extends EntryData> data, String channelKind, String fi, String sv, String en) {
        this.code = code;
        this.data = data;
        this.channelKind = channelKind;
        this.titles = new Titles(fi, sv, en);
    }

    public static Optional<Kind> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The name on the wire and in the database. */
    public String code() {
        return code;
    }

    public Class<? extends EntryData> data() {
        return data;
    }

    /** The kind of channel that it is a contact in; null for what is no contact. */
    public String channelKind() {
        return channelKind;
    }

    public Titles titles() {
        return titles;
    }
}
