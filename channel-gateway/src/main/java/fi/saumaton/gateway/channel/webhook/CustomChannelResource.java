/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.saumaton.gateway.channel.Capabilities;
import fi.saumaton.gateway.channel.Capabilities.DataRules;
import fi.saumaton.gateway.channel.Capabilities.Media;
import fi.saumaton.gateway.channel.Capabilities.Resend;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** Channels that partners bring. */
@Path("/api/v1/custom-channels")
@Tag(name = "Channels")
@RolesAllowed({"admin", "webhooks:manage"})
public class CustomChannelResource {
    private static final int LONGEST_TEXT = 100_000;
    private static final long LARGEST_FILE = 5_000_000;

    private final CustomChannelService service;

    CustomChannelResource(CustomChannelService service) {
        this.service = service;
    }

    /**
     * What a channel is.
     *
     * @param url where answers go, as POSTs signed by Standard Webhooks
     * @param capabilities as in the descriptor of every channel; {@code resend} is always SAME_ID, {@code live} false
     * @param perSecond messages we send at most; absent or 0: no limit
     */
    public record Description(
            @NotBlank @Size(max = 100) String displayName,
            @NotNull URI url,
            @NotNull Capabilities capabilities,
            @DecimalMin("0") @DecimalMax("1000") Double perSecond) {
        double rate() {
            return perSecond == null ? 0 : perSecond;
        }
    }

    /** A new channel; it becomes {@code custom:<name>}. */
    public record Creation(
            @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,39}")
            String name,

            @NotNull @Valid Description channel) {}

    /**
     * A channel as it is kept.
     *
     * @param hook where the partner's messages and receipts come in
     * @param secret what both sides sign with; told only when it is made
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CustomChannelView(
            String name,
            String channel,
            String displayName,
            URI url,
            String hook,
            Capabilities capabilities,
            double perSecond,
            String secret,
            long version,
            Instant createdAt,
            Instant updatedAt) {
        static CustomChannelView of(CustomChannel channel, String secret) {
            return new CustomChannelView(
                    channel.name(),
                    channel.channelName(),
                    channel.displayName(),
                    channel.url(),
                    "/api/v1/hooks/" + CustomChannel.KIND + "/" + channel.name(),
                    channel.capabilities(),
                    channel.perSecond(),
                    secret,
                    channel.version(),
                    channel.createdAt(),
                    channel.updatedAt());
        }
    }

    /** All of them. */
    public record CustomChannelList(List<CustomChannelView> items) {}

    @GET
    @Operation(operationId = "listCustomChannels", summary = "Partners' own channels")
    public Uni<CustomChannelList> list() {
        return service.list()
                .map(all -> new CustomChannelList(all.stream()
                        .map(channel -> CustomChannelView.of(channel, null))
                        .toList()));
    }

    @POST
    @ResponseStatus(201)
    @Operation(
            operationId = "createCustomChannel",
            summary = "Brings a channel",
            description = "It works at once. The secret is told here and never again.")
    @APIResponse(responseCode = "201", description = "It is there")
    @APIResponse(responseCode = "409", description = "The name is taken (conflict)")
    public Uni<CustomChannelView> create(@Valid @NotNull Creation creation) {
        var wanted = creation.channel();
        return service.create(
                        creation.name(),
                        wanted.displayName(),
                        wanted.url(),
                        possible(wanted.capabilities()),
                        wanted.rate())
                .map(channel -> CustomChannelView.of(channel, channel.secret()));
    }

    @GET
    @Path("{name}")
    @Operation(operationId = "getCustomChannel", summary = "One of them")
    public Uni<CustomChannelView> get(String name) {
        return service.get(name).map(channel -> CustomChannelView.of(channel, null));
    }

    @PUT
    @Path("{name}")
    @Operation(operationId = "changeCustomChannel", summary = "Changes it", description = "Its secret stays.")
    public Uni<CustomChannelView> change(String name, @Valid @NotNull Description wanted) {
        return service.change(name, wanted.displayName(), wanted.url(), possible(wanted.capabilities()), wanted.rate())
                .map(channel -> CustomChannelView.of(channel, null));
    }

    @POST
    @Path("{name}/secret")
    @Operation(
            operationId = "changeCustomChannelSecret",
            summary = "Makes a new secret",
            description = "For a day the former one stays right, and we sign with both.")
    public Uni<CustomChannelView> changeSecret(String name) {
        return service.changeSecret(name).map(channel -> CustomChannelView.of(channel, channel.secret()));
    }

    @DELETE
    @Path("{name}")
    @ResponseStatus(204)
    @Operation(
            operationId = "removeCustomChannel",
            summary = "Takes it away",
            description = "What was said in it stays; nothing comes or goes through it any more.")
    public Uni<Void> remove(String name) {
        return service.remove(name);
    }

    /** What a partner may promise for itself: the rest follows from how we talk to each other. */
    private static Capabilities possible(Capabilities wanted) {
        if (wanted.maxTextLength() < 1 || wanted.maxTextLength() > LONGEST_TEXT) {
            throw new Problem(
                            CommonProblem.INVALID, "The longest text is between 1 and " + LONGEST_TEXT + " characters")
                    .with("field", "capabilities.maxTextLength");
        }
        var media = wanted.media() == null ? Media.NONE : wanted.media();
        return new Capabilities(
                wanted.maxTextLength(),
                new Media(size(media.image()), size(media.video()), size(media.audio()), size(media.document())),
                wanted.templates(),
                Math.clamp(wanted.buttons(), 0, 20),
                Math.clamp(wanted.listRows(), 0, 100),
                wanted.typing(),
                wanted.marksRead(),
                wanted.deliveryReceipts(),
                wanted.readReceipts(),
                wanted.startsConversations(),
                wanted.replyWindow(),
                wanted.humanWindow(),
                false,
                Resend.SAME_ID,
                wanted.data() == null ? DataRules.FREE : wanted.data());
    }

    private static long size(long bytes) {
        return Math.clamp(bytes, 0, LARGEST_FILE);
    }
}
