/** Who serves: presence with its lease, what each agent can and carries, and what they have at the moment. */
package fi.saumaton.routing.agent;
