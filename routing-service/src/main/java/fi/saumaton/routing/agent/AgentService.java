/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.agent;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Page;
import fi.saumaton.kit.web.Problem;
import fi.saumaton.routing.dispatch.DispatchConfig;
import fi.saumaton.routing.dispatch.Dispatcher;
import fi.saumaton.routing.dispatch.Verdict;
import fi.saumaton.routing.engine.Agent;
import fi.saumaton.routing.engine.Capacity;
import fi.saumaton.routing.engine.Input;
import fi.saumaton.routing.engine.Presence;
import fi.saumaton.routing.web.RoutingProblem;
import fi.saumaton.routing.web.Version;

/** Presence and configuration of agents. */
@ApplicationScoped
class AgentService {

    private final Transactions transactions;
    private final AgentRepository agents;
    private final LeaseRepository leases;
    private final Dispatcher dispatcher;
    private final DispatchConfig dispatch;
    private final AgentConfig config;

    AgentService(
            Transactions transactions,
            AgentRepository agents,
            LeaseRepository leases,
            Dispatcher dispatcher,
            DispatchConfig dispatch,
            AgentConfig config) {
        this.transactions = transactions;
        this.agents = agents;
        this.leases = leases;
        this.dispatcher = dispatcher;
        this.dispatch = dispatch;
        this.config = config;
    }

    /** Somebody who has signed in, with the name of their token. */
    record Person(String id, String name) {}

    Uni<PresenceView> presence(String agentId) {
        return transactions
                .read(() -> leases.find(agentId))
                .map(found -> found.isEmpty() ? PresenceView.unknown() : found.getFirst());
    }

    /** Renews the lease, and changes the presence when it is another one than before. */
    Uni<PresenceView> present(Person person, PresenceRequest request) {
        return transactions
                .write(() -> leases.renew(person.id(), request.presence(), request.reason(), dispatch.presenceLease()))
                .chain(renewed -> renewed.isEmpty()
                        ? change(person, request)
                        : Uni.createFrom().item(renewed.getFirst()));
    }

    private Uni<PresenceView> change(Person person, PresenceRequest request) {
        Presence presence = request.presence();
        Input.Defaults defaults =
                new Input.Defaults(config.languages(), new Capacity(config.capacity(), config.weight()));
        return dispatcher
                .submit(new Input.PresenceChanged(person.id(), person.name(), presence, request.reason(), defaults))
                .chain(() -> presence(person.id()));
    }

    Uni<DeskView> desk(Person person) {
        return transactions.read(() ->
                agents.find(person.id()).chain(found -> found.isEmpty() ? newcomer(person) : desk(found.getFirst())));
    }

    private Uni<DeskView> newcomer(Person person) {
        AgentView.CapacityView capacity = AgentView.CapacityView.from(new Capacity(config.capacity(), config.weight()));
        return Uni.createFrom()
                .item(new DeskView(
                        person.id(), person.name(), PresenceView.unknown(), capacity, 0, List.of(), List.of()));
    }

    private Uni<DeskView> desk(Agent agent) {
        return leases.find(agent.id())
                .chain(presence -> agents.occupying(agent.id())
                        .chain(occupying -> agents.pendingOffers(agent.id())
                                .chain(offers -> agents.assigned(agent.id())
                                        .map(work -> new DeskView(
                                                agent.id(),
                                                agent.name(),
                                                presence.getFirst(),
                                                AgentView.from(agent).capacity(),
                                                load(agent, occupying),
                                                offers.stream()
                                                        .map(DeskView.OfferView::from)
                                                        .toList(),
                                                work.stream()
                                                        .map(DeskView.AssignedView::from)
                                                        .toList())))));
    }

    private static int load(Agent agent, Map<String, Long> occupying) {
        return (int) occupying.entrySet().stream()
                .mapToLong(kind -> kind.getValue() * agent.capacity().weight(kind.getKey()))
                .sum();
    }

    Uni<Page<Agent>> list(String after, int limit) {
        return transactions.read(() -> agents.list(after, limit + 1)).map(found -> Page.of(found, limit, Agent::id));
    }

    Uni<Agent> find(String id) {
        return transactions
                .read(() -> agents.find(id))
                .map(found -> found.stream().findFirst().orElseThrow(AgentService::nobody));
    }

    /** Changes what an agent can and carries; refused when somebody else has changed it since the version seen. */
    Uni<Agent> configure(String id, String ifMatch, AgentRequest request) {
        return find(id).invoke(agent -> Version.check(ifMatch, agent.version()))
                .chain(agent -> dispatcher.submit(request.over(agent)))
                .invoke(AgentService::refuse)
                .chain(() -> find(id));
    }

    private static void refuse(Verdict verdict) {
        switch (verdict.answer()) {
            case NOT_FOUND -> throw nobody();
            case STALE -> throw Version.changedMeanwhile();
            case UNKNOWN_QUEUE -> throw new Problem(RoutingProblem.UNKNOWN_QUEUE, "One of these queues does not exist");
            case DONE, OFFER_NOT_PENDING -> {}
        }
    }

    private static Problem nobody() {
        return new Problem(CommonProblem.NOT_FOUND, "There is no such agent");
    }
}
