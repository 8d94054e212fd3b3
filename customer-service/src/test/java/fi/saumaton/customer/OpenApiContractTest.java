/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import fi.saumaton.devstack.OpenApiContract;
import fi.saumaton.devstack.StackResource;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class OpenApiContractTest {
    @Test
    void theCommittedDescriptionIsTheServices() {
        OpenApiContract.check(
                "customer-service",
                RestAssured.get("/q/openapi").then().statusCode(200).extract().asString());
    }
}
