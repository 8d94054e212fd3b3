/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.trace;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A Protocol Buffers message without its schema: the fields that have a length, by their numbers. */
final class Message {

    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int WITH_LENGTH = 2;
    private static final int FIXED_32 = 5;

    private final List<Field> fields = new ArrayList<>();

    private record Field(int number, byte[] content) {}

    Message(byte[] encoded) {
        var buffer = ByteBuffer.wrap(encoded);
        while (buffer.hasRemaining()) {
            long tag = varint(buffer);
            switch ((int) (tag & 7)) {
                case VARINT -> varint(buffer);
                case FIXED_64 -> buffer.position(buffer.position() + Long.BYTES);
                case FIXED_32 -> buffer.position(buffer.position() + Integer.BYTES);
                case WITH_LENGTH -> {
                    var content = new byte[(int) varint(buffer)];
                    buffer.get(content);
                    fields.add(new Field((int) (tag >>> 3), content));
                }
                default -> throw new IllegalArgumentException("Not a Protocol Buffers message");
            }
        }
    }

    private static long varint(ByteBuffer buffer) {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = buffer.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("A number without an end");
    }

    private Stream<byte[]> contents(int number) {
        return fields.stream().filter(field -> field.number() == number).map(Field::content);
    }

    Stream<Message> messages(int number) {
        return contents(number).map(Message::new);
    }

    /** Empty when there is no such field. */
    String text(int number) {
        return contents(number)
                .map(content -> new String(content, StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    /** Empty when there is no such field. */
    String hex(int number) {
        return contents(number).map(HexFormat.of()::formatHex).findFirst().orElse("");
    }
}
