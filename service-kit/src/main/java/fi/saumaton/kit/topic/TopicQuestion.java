/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.topic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks Kafka for topics, and says what is wrong with them. Blocks for some seconds when Kafka is away. */
final class TopicQuestion {
    private static final int PATIENCE_MS = 10_000;

    private final Map<String, Object> settings;
    private final Map<String, Integer> wanted;

    /**
     * A question.
     *
     * @param kafka the application's Kafka settings ({@code kafka.*})
     * @param wanted partitions by topic
     */
    TopicQuestion(Map<String, Object> kafka, Map<String, Integer> wanted) {
        this.wanted = wanted;
        this.settings = new HashMap<>(kafka);
        settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "topic-check");
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS / 2);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
    }

    /**
     * What is wrong, in words for whoever runs this; empty when nothing is.
     *
     * @throws KafkaAwayException when nobody answers
     */
    List<String> ask() {
        try (Admin admin = Admin.create(settings)) {
            List<String> faults = new ArrayList<>();
            Map<String, KafkaFuture<TopicDescription>> answers =
                    admin.describeTopics(wanted.keySet()).topicNameValues();
            for (Map.Entry<String, Integer> topic : wanted.entrySet()) {
                int partitions = partitions(answers.get(topic.getKey()));
                if (partitions == 0) {
                    faults.add("there is no topic " + topic.getKey());
                } else if (partitions < topic.getValue()) {
                    faults.add("the topic " + topic.getKey() + " has " + partitions + " partitions of "
                            + topic.getValue());
                }
            }
            return faults;
        } catch (RetriableException e) {
            throw new KafkaAwayException(e);
        } catch (KafkaException e) {
            return List.of(refusal(e));
        }
    }

    private static int partitions(KafkaFuture<TopicDescription> answer) {
        try {
            return answer.get(PATIENCE_MS, TimeUnit.MILLISECONDS).partitions().size();
        } catch (TimeoutException e) {
            throw new KafkaAwayException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaAwayException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return 0;
            }
            throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
        }
    }

    /** The first word of who failed and the last of why: "SslAuthenticationException: … NotAfter: …". */
    private static String refusal(KafkaException failure) {
        Throwable reason = failure;
        while (reason.getCause() != null) {
            reason = reason.getCause();
        }
        return "it does not let us in, " + failure.getClass().getSimpleName() + ": " + reason.getMessage();
    }

    /** Nobody answers; that is waited for elsewhere. */
    static final class KafkaAwayException extends RuntimeException {
        KafkaAwayException(Throwable cause) {
            super(cause);
        }
    }
}
