/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

import java.util.ArrayList;
import java.util.List;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Who wrote.
 *
 * @param handles all that is known of them, proven or claimed; the one that answers go to is among them
 * @param displayName as they call themselves, null when they don't
 */
@RegisterForReflection
public record Sender(List<Handle> handles, String displayName) {
    public Sender {
        handles = List.copyOf(handles);
        displayName = Text.clean(displayName);
    }

    /** This sender with handles that are not there yet; what was proven before stays proven. */
    public Sender with(List<Handle> more) {
        var all = new ArrayList<>(handles);
        for (var handle : more) {
            var index = indexOf(all, handle);
            if (index < 0) {
                all.add(handle);
            } else if (handle.proven() && !all.get(index).proven()) {
                all.set(index, handle);
            }
        }
        return new Sender(all, displayName);
    }

    private static int indexOf(List<Handle> handles, Handle wanted) {
        for (int i = 0; i < handles.size(); i++) {
            if (handles.get(i).sameAs(wanted)) {
                return i;
            }
        }
        return -1;
    }
}
