/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.audit;

import java.util.Set;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What personal data may be looked at for. */
@ConfigMapping(prefix = "customer.audit")
public interface AuditConfig {
    /** The purposes that callers may state. */
    @WithDefault("service,sales,marketing,maintenance,complaint,quality,security,rights,integration")
    Set<String> purposes();
}
