/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.audit;

import java.util.List;
import java.util.UUID;

/** An item of a list that tells who somebody is. */
public interface ShownCustomer {
    List<UUID> shownCustomers();
}
