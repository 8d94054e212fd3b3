/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.voice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import fi.saumaton.gateway.channel.twilio.Form;
import fi.saumaton.gateway.channel.twilio.Twiml;
import fi.saumaton.gateway.channel.twilio.Twiml.Dial;
import fi.saumaton.gateway.channel.twilio.Twiml.Enqueue;
import fi.saumaton.gateway.channel.twilio.Twiml.Gather;
import fi.saumaton.gateway.channel.twilio.Twiml.Hangup;
import fi.saumaton.gateway.channel.twilio.Twiml.Pause;
import fi.saumaton.gateway.channel.twilio.Twiml.Play;
import fi.saumaton.gateway.channel.twilio.Twiml.Say;
import fi.saumaton.gateway.channel.twilio.Twiml.Target;
import fi.saumaton.gateway.channel.twilio.Twiml.Verb;

/** What happens next in a call. Pure: the step, what Twilio says in its form, and the line's settings are all it takes. */
final class CallScript {
    private static final Duration KEY_PATIENCE = Duration.ofSeconds(4);

    private final VoiceConfig.Line line;
    private final Phrases phrases;
    private final String hooks;
    private final String queue;

    /** @param hooks the channel's public address, without a slash at its end */
    CallScript(VoiceConfig.Line line, String hooks, String queue) {
        this.line = line;
        this.phrases = Phrases.of(line.language());
        this.hooks = hooks;
        this.queue = queue;
    }

    /** @param usual how long callers have waited lately; null when that cannot be said */
    Twiml answer(Step.Place place, Form form, Duration usual) {
        if (place.step() == null) {
            return Twiml.NOTHING;
        }
        return switch (place.step()) {
            case ARRIVED -> greet();
            case CONSENT -> Twiml.of(enqueue());
            case WAIT -> waiting(form, usual);
            case CHOICE -> choice(form);
            case DIALLED -> dialled(place, form);
            case LEFT, LEG, STATUS, RECORDING -> Twiml.NOTHING;
        };
    }

    private Twiml greet() {
        var verbs = new ArrayList<Verb>();
        verbs.add(say(line.greeting().orElse(phrases.greeting)));
        if (line.recording()) {
            verbs.add(new Gather(1, KEY_PATIENCE, url(Step.CONSENT, null), List.of(say(phrases.recording))));
        }
        verbs.add(enqueue());
        return new Twiml(verbs);
    }

    private Twiml waiting(Form form, Duration usual) {
        var soFar = Duration.ofSeconds(form.number("QueueTime", 0));
        var verbs = new ArrayList<Verb>();
        verbs.add(say(phrases.wait(soFar, usual)));
        if (line.callBack() && canBeCalledBack(form)) {
            verbs.add(new Gather(1, KEY_PATIENCE, url(Step.CHOICE, null), List.of(say(phrases.callBack))));
        }
        verbs.add(line.music().<Verb>map(music -> new Play(music.toString())).orElseGet(() -> new Pause(line.pause())));
        return new Twiml(verbs);
    }

    private Twiml choice(Form form) {
        boolean callBack = line.callBack() && "1".equals(form.get("Digits")) && canBeCalledBack(form);
        return callBack ? Twiml.of(say(phrases.noted), new Hangup()) : Twiml.NOTHING;
    }

    private static boolean canBeCalledBack(Form form) {
        return CallParser.customer(form).kind().equals(CallParser.PHONE);
    }

    /** After a talk it is over; when nobody answered, a caller goes back to the queue. */
    private Twiml dialled(Step.Place place, Form form) {
        boolean inbound = "inbound".equals(form.get("Direction"));
        boolean talked = CallNews.of(place, form, Instant.EPOCH) instanceof CallNews.Ended;
        return inbound && !talked
                ? Twiml.of(say(phrases.another), enqueue())
                : Twiml.of(say(phrases.goodbye), new Hangup());
    }

    /** Connects a waiting caller with the agent's telephone. */
    Twiml connect(Call call, Telephone agent) {
        var target = new Target(agent.target(), agent.address(), url(Step.LEG, call.id()));
        return Twiml.of(dial(call, target, null));
    }

    /** Connects the agent, who has answered, with the customer. */
    Twiml callOut(Call call) {
        var target = new Target(Target.Kind.NUMBER, call.customer(), url(Step.LEG, call.id()));
        return Twiml.of(dial(call, target, line.number()));
    }

    private Dial dial(Call call, Target target, String callerId) {
        var recording = line.recording() && call.recorded() ? url(Step.RECORDING, call.id()) : null;
        return new Dial(target, line.ring(), url(Step.DIALLED, call.id()), callerId, recording);
    }

    private Enqueue enqueue() {
        return new Enqueue(queue, url(Step.WAIT, null), url(Step.LEFT, null));
    }

    private Say say(String text) {
        return new Say(text, phrases.voice);
    }

    String url(Step step, String call) {
        return hooks + '/' + step.path() + (call == null ? "" : '/' + call);
    }
}
