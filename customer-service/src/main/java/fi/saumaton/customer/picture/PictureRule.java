/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.picture;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import fi.saumaton.customer.fact.KnownFact;
import fi.saumaton.customer.issue.IssueView;
import fi.saumaton.customer.picture.Picture.Entry;
import fi.saumaton.customer.picture.Picture.Known;
import fi.saumaton.customer.picture.Picture.Matter;
import fi.saumaton.customer.picture.Picture.Message;
import fi.saumaton.customer.picture.Picture.Product;
import fi.saumaton.customer.timeline.TimelineEntry;
import fi.saumaton.customer.timeline.Touchpoint;

/** Puts a picture together from what was read. What only claims to be the customer's is left out. */
final class PictureRule {
    private static final String PRODUCT = "product";

    private final MoodRule mood;

    PictureRule(Map<String, Map<String, String>> moodWords) {
        this.mood = new MoodRule(moodWords);
    }

    Picture of(Picture.Who who, PictureService.Read read, Instant now) {
        var timeline = read.timeline().stream().filter(TimelineEntry::verified).toList();
        var entries = timeline.stream()
                .map(entry -> new Entry(
                        entry.touchpointId(), entry.kind(), entry.title(), entry.channelKind(), entry.occurredAt()))
                .toList();
        var messages = timeline.stream()
                .filter(PictureRule::isMessage)
                .map(PictureRule::message)
                .toList();
        var issues = read.issues().stream().map(PictureRule::matter).toList();
        return new Picture(
                read.customerId(),
                now,
                who,
                bought(read.purchases(), read.facts()),
                asked(read.facts()),
                read.facts().stream().map(PictureRule::known).toList(),
                messages,
                entries,
                issues,
                mood.of(messages, entries, issues, now));
    }

    /** Purchases under the name of their entry, and under the product's own where the system told it. */
    private static List<Product> bought(Collection<TimelineEntry> purchases, Collection<KnownFact> facts) {
        var entries =
                purchases.stream().map(entry -> new Product(entry.touchpointId(), entry.title(), entry.occurredAt()));
        var products = facts.stream()
                .filter(KnownFact::proven)
                .filter(PictureRule::isProduct)
                .map(PictureRule::product);
        return Stream.concat(entries, products).distinct().toList();
    }

    private static List<Product> asked(Collection<KnownFact> facts) {
        return facts.stream()
                .filter(fact -> !fact.proven())
                .filter(PictureRule::isProduct)
                .map(PictureRule::product)
                .toList();
    }

    private static boolean isProduct(KnownFact fact) {
        return fact.kind().equals(PRODUCT);
    }

    private static Product product(KnownFact fact) {
        return new Product(fact.source().id(), fact.value(), fact.since());
    }

    private static Known known(KnownFact fact) {
        return new Known(fact.source().id(), fact.kind(), fact.value(), fact.proven(), fact.since());
    }

    private static boolean isMessage(TimelineEntry entry) {
        return entry.kind().equals(Touchpoint.MESSAGE_RECEIVED) || entry.kind().equals(Touchpoint.MESSAGE_SENT);
    }

    private static Message message(TimelineEntry entry) {
        return new Message(
                entry.touchpointId(),
                entry.text(),
                entry.channelKind(),
                entry.kind().equals(Touchpoint.MESSAGE_SENT),
                entry.occurredAt());
    }

    private static Matter matter(IssueView issue) {
        return new Matter(issue.issueId(), issue.title(), issue.state(), issue.contacts(), issue.openedAt());
    }
}
