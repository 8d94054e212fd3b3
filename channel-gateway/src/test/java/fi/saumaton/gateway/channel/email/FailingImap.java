/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.eclipse.microprofile.config.ConfigProvider;

/** Stands before a real IMAP server and fails where the content of certain messages is asked for. */
final class FailingImap implements AutoCloseable {
    private static final Pattern CONTENT = Pattern.compile("(\\S+) FETCH (\\d+) \\(BODY\\.PEEK\\[]<(\\d+)\\..*");

    private final ServerSocket door;
    private final int serverPort;
    private final AtomicInteger failures = new AtomicInteger();
    private volatile Failing failing = (number, offset) -> false;
    private volatile Way way = Way.REFUSE;

    /** Where it fails: the message's place in the mailbox, from 1, and the byte from which on it is asked for. */
    interface Failing {
        boolean at(int number, int offset);
    }

    /** How it fails. */
    enum Way {
        /** The command is answered NO. */
        REFUSE,
        /** The connection ends. */
        DROP
    }

    /** At the port of the mailbox {@code broken}, before the server of {@link MailWorld}. */
    static FailingImap start() {
        try {
            return new FailingImap(port("broken"), port("support"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int port(String mailbox) {
        return ConfigProvider.getConfig().getValue("saumaton.channel.email." + mailbox + ".imap.port", int.class);
    }

    private FailingImap(int port, int serverPort) throws IOException {
        this.door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        this.serverPort = serverPort;
        Thread.ofVirtual().start(this::accept);
    }

    /** From now on. */
    void fail(Way how, Failing where) {
        way = how;
        failing = where;
    }

    void heal() {
        failing = (number, offset) -> false;
    }

    /** How often it has failed. */
    int failures() {
        return failures.get();
    }

    private void accept() {
        try {
            for (; ; ) {
                var client = door.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
                Thread.ofVirtual().start(() -> answers(server, client));
                Thread.ofVirtual().start(() -> commands(client, server));
            }
        } catch (IOException closed) {
            // the end of the test
        }
    }

    private static void answers(Socket server, Socket client) {
        try (server;
                client) {
            server.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException gone) {
            // one side has gone, the other goes too
        }
    }

    private void commands(Socket client, Socket server) {
        try (client;
                server) {
            var lines = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var content = CONTENT.matcher(line);
                if (!content.matches() || !fails(content)) {
                    write(server.getOutputStream(), line);
                } else {
                    failures.incrementAndGet();
                    if (way == Way.DROP) {
                        return;
                    }
                    write(client.getOutputStream(), content.group(1) + " NO [SERVERBUG] Internal error occurred");
                }
            }
        } catch (IOException gone) {
            // one side has gone, the other goes too
        }
    }

    private boolean fails(MatchResult content) {
        return failing.at(Integer.parseInt(content.group(2)), Integer.parseInt(content.group(3)));
    }

    private static void write(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
