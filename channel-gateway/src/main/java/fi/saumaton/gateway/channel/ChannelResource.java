/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which channels there are. */
@Path("/api/v1/channels")
@Tag(name = "Channels")
@RolesAllowed({"agent", "supervisor", "manager", "admin"})
public class ChannelResource {
    private final Channels channels;

    ChannelResource(Channels channels) {
        this.channels = channels;
    }

    /** A configured channel and what it can do. */
    public record Descriptor(String name, String kind, Capabilities capabilities) {}

    /** All of them: their number is that of the configuration. */
    public record Descriptors(List<Descriptor> items) {}

    @GET
    @Operation(operationId = "listChannels", summary = "The configured channels and their capabilities")
    public Descriptors list() {
        return new Descriptors(channels.all().stream()
                .map(channel -> new Descriptor(channel.name(), channel.kind(), channel.capabilities()))
                .toList());
    }
}
