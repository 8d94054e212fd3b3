/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What a native executable reads and writes as JSON by hand; the types of resources are found by themselves. The feature
 * packages keep their records to themselves, hence names.
 */
@RegisterForReflection(
        classNames = {
            "fi.saumaton.customer.identity.CustomerEvent$Created",
            "fi.saumaton.customer.identity.CustomerEvent$Linked",
            "fi.saumaton.customer.identity.Handle",
            "fi.saumaton.customer.identity.StatedHandle",
            "fi.saumaton.customer.identity.CustomerEvent$Joined",
            "fi.saumaton.customer.identity.CustomerEvent$Parted",
            "fi.saumaton.customer.identity.CustomerEvent$Unlinked",
            "fi.saumaton.customer.identity.GraphRepository$Moved",
            "fi.saumaton.customer.identity.GraphRepository$Verdict",
            "fi.saumaton.customer.identity.IdentityRepository$AtomRow",
            "fi.saumaton.customer.identity.IdentityRepository$HandleRow",
            "fi.saumaton.customer.identity.IdentityRepository$Told",
            "fi.saumaton.customer.identity.IdentityRepository$LinkRow",
            "fi.saumaton.customer.erasure.ErasureEvent$Erased",
            "fi.saumaton.customer.erasure.ErasureEvent$Answered",
            "fi.saumaton.customer.erasure.Tombstones$Sign",
            "fi.saumaton.customer.fact.Fact",
            "fi.saumaton.customer.fact.Question",
            "fi.saumaton.customer.fact.QuestionEvent$Repeated",
            "fi.saumaton.customer.fact.QuestionRepository$Answer",
            "fi.saumaton.customer.person.PersonRepository$Row",
            "fi.saumaton.customer.candidate.CandidateRepository$Found",
            "fi.saumaton.customer.candidate.CandidateView$Reason",
            "fi.saumaton.customer.candidate.KeyRepository$Key",
            "fi.saumaton.customer.matching.Weights",
            "fi.saumaton.customer.matching.Weights$Levels",
            "fi.saumaton.customer.journey.JourneyRules",
            "fi.saumaton.customer.journey.Stage",
            "fi.saumaton.customer.journey.Term",
            "fi.saumaton.customer.picture.Clause",
            "fi.saumaton.customer.picture.Texts",
            "fi.saumaton.customer.suggestion.RuleContent",
            "fi.saumaton.customer.timeline.Author",
            "fi.saumaton.customer.timeline.Touchpoint",
            "fi.saumaton.customer.timeline.TouchpointEvent$Recorded",
            "fi.saumaton.customer.timeline.TouchpointEvent$Changed",
            "fi.saumaton.customer.timeline.TouchpointEvent$Removed",
            "fi.saumaton.customer.timeline.Entry$Key",
            "fi.saumaton.customer.timeline.LogResource$Identified",
            "fi.saumaton.customer.timeline.TimelineRepository$Place",
            "fi.saumaton.customer.timeline.TouchpointSourceRepository$Row",
            "fi.saumaton.customer.timeline.type.TypeView$Texts",
            "fi.saumaton.customer.timeline.type.TypeView$Shown",
            "fi.saumaton.customer.timeline.kind.EntryData$Order",
            "fi.saumaton.customer.timeline.kind.EntryData$Delivery",
            "fi.saumaton.customer.timeline.kind.EntryData$Invoice",
            "fi.saumaton.customer.timeline.kind.EntryData$Payment",
            "fi.saumaton.customer.timeline.kind.EntryData$Return",
            "fi.saumaton.customer.timeline.kind.EntryData$Refund",
            "fi.saumaton.customer.timeline.kind.EntryData$Complaint",
            "fi.saumaton.customer.timeline.kind.EntryData$Maintenance",
            "fi.saumaton.customer.timeline.kind.EntryData$Visit",
            "fi.saumaton.customer.timeline.kind.EntryData$Meeting",
            "fi.saumaton.customer.timeline.kind.EntryData$Call",
            "fi.saumaton.customer.timeline.kind.EntryData$Case",
            "fi.saumaton.customer.timeline.kind.EntryData$InterviewNote",
            "fi.saumaton.customer.timeline.kind.EntryData$Note",
            "fi.saumaton.customer.issue.IssueEvent$Opened",
            "fi.saumaton.customer.issue.IssueEvent$Continued",
            "fi.saumaton.customer.issue.IssueEvent$Resolved",
            "fi.saumaton.customer.issue.IssueEvent$Reopened",
            "fi.saumaton.customer.issue.IssueEvent$Rearranged",
            "fi.saumaton.customer.issue.IssueEvent$Changed",
            "fi.saumaton.customer.issue.IssueDecision",
            "fi.saumaton.customer.issue.IssueRepository$NewIssue",
            "fi.saumaton.customer.issue.IssueRepository$Contacted",
            "fi.saumaton.customer.issue.IssueRepository$Move",
            "fi.saumaton.customer.issue.PlacingRepository$Placed",
            "fi.saumaton.customer.contact.Contact",
            "fi.saumaton.customer.contact.ContactRepository$Claim",
            "fi.saumaton.customer.contact.ContactRepository$Held",
            "fi.saumaton.customer.contact.ConversationEvent$Sender",
            "fi.saumaton.customer.contact.ConversationEvent$Attachment",
            "fi.saumaton.customer.contact.ConversationEvent$Begun",
            "fi.saumaton.customer.contact.ConversationEvent$MessageReceived",
            "fi.saumaton.customer.contact.ConversationEvent$MessageSent",
            "fi.saumaton.customer.contact.ConversationEvent$ClaimMade",
            "fi.saumaton.customer.contact.RoutingEvent$Assigned",
            "fi.saumaton.customer.contact.IdentifiedEvent",
            "fi.saumaton.customer.contact.IdentifiedEvent$Issue",
            "fi.saumaton.customer.contact.IdentifiedEvent$Because",
            "fi.saumaton.customer.contact.IdentifiedEvent$Situation",
            "fi.saumaton.customer.contact.IdentifiedEvent$RecentContact"
        })
final class NativeReflection {
    private NativeReflection() {}
}
