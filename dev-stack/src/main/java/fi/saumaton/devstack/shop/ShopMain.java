/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack.shop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** The shop's process. Arguments: port, folder of the keys, the gateway's address. */
final class ShopMain {
    private ShopMain() {}

    public static void main(String[] arguments) throws IOException {
        var port = Integer.parseInt(arguments[0]);
        var page = new ShopPage(arguments[2], new ShopTokens(ShopKeys.privateKey(Path.of(arguments[1]))));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> answer(exchange, page));
        server.start();
    }

    private static void answer(HttpExchange exchange, ShopPage page) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals("/")) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            var query = query(exchange);
            var language = ShopLanguage.of(
                    query.get("lang"), exchange.getRequestHeaders().getFirst("Accept-Language"));
            var html = page.html(query, language).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(200, html.length);
            exchange.getResponseBody().write(html);
        }
    }

    private static Map<String, String> query(HttpExchange exchange) {
        var query = exchange.getRequestURI().getRawQuery();
        return query == null
                ? Map.of()
                : Arrays.stream(query.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .filter(pair -> pair.length == 2)
                        .collect(Collectors.toMap(pair -> pair[0], ShopMain::value, (first, _) -> first));
    }

    private static String value(String[] pair) {
        return URLDecoder.decode(pair[1], StandardCharsets.UTF_8);
    }
}
