-- Customers number ?1 (inclusive) to ?2 (exclusive) of a made-up company, straight into customer-service's tables: through
-- the doors a million would take hours. Each has a proven address and a telephone that an order has linked to it, an issue
-- in four contacts of which one is open, three facts, and ten entries on average: one of a thousand customers has 2,000.

-- customer: the address, and the telephone that follows it
insert into customer (id, survivor_id, display_name, language, stage, created_at, own_name, own_name_at, own_language,
    own_language_at, own_stage)
select md5(part || n)::uuid, md5('mail' || n)::uuid, 'Customer ' || n, 'fi', 'customer', born, 'Customer ' || n, born,
    'fi', born, 'customer'
from generate_series(?1, ?2 - 1) n
cross join (values ('mail'), ('phone')) as p(part)
cross join lateral (select timestamptz '2025-01-01' + (n % 500) * interval '1 day' as born) b;

-- handle
insert into handle (id, kind, value, customer_id, created_at)
select md5(part || '-handle' || n)::uuid, kind, replace(pattern, '#', lpad(n::text, 8, '0')), md5(part || n)::uuid,
    timestamptz '2025-01-01'
from generate_series(?1, ?2 - 1) n
cross join (values ('mail', 'email', 'c#@example.test'), ('phone', 'phone', '+3584#')) as p(part, kind, pattern);

-- link: what each is sure of itself, and the order that names both
insert into link (id, handle_id, atom_id, customer_id, evidence, confidence, made_by, made_at, occurred_at)
select md5('link' || part || n)::uuid, md5(part || '-handle' || n)::uuid, md5(part || n)::uuid, md5(other || n)::uuid,
    evidence, confidence, 'rule', timestamptz '2025-01-02', timestamptz '2025-01-02'
from generate_series(?1, ?2 - 1) n
cross join (values ('mail', 'mail', 'dmarc-pass', 0.98), ('phone', 'mail', 'order', 0.95))
    as p(part, other, evidence, confidence);

-- issue
insert into issue (id, survivor_id, customer_id, reference, title, state, contacts, opened_by, opened_at,
    last_contact_at)
select md5('issue' || n)::uuid, md5('issue' || n)::uuid, md5('mail' || n)::uuid, 'BENCH-' || n, 'Which chain oil?',
    case when n % 4 = 0 then 'open' else 'closed' end, 1, md5('conversation' || n)::uuid, timestamptz '2026-01-02',
    timestamptz '2026-01-02'
from generate_series(?1, ?2 - 1) n;

-- contact
insert into contact (conversation_id, version, reference, channel, channel_kind, customer_id, issue_id, verified,
    continued, untitled, display_name, language, proof, first_message_id, opened_at, began_at)
select md5('conversation' || n)::uuid, 1, 'BENCH-C-' || n, 'email:support', 'email', md5('mail' || n)::uuid,
    md5('issue' || n)::uuid, true, false, false, 'Customer ' || n, 'fi', '', md5('message' || n)::uuid,
    timestamptz '2026-01-02', timestamptz '2026-01-02'
from generate_series(?1, ?2 - 1) n;

-- fact
insert into fact (source_id, kind, value, customer_id, shown, source, proven, confidence, observed_at, expires_at)
select md5('fact' || kind || n)::uuid, kind, value || n, md5('mail' || n)::uuid, value || n, 'touchpoint', true, 0.95,
    timestamptz '2026-01-02', timestamptz '2036-01-02'
from generate_series(?1, ?2 - 1) n
cross join (values ('order-number', '70'), ('invoice-number', '90'), ('product', 'saw ')) as f(kind, value);

-- touchpoint
insert into touchpoint (customer_id, occurred_at, id, kind, recorded_at, channel, channel_kind, conversation_id, issue_id,
    title, body, verified)
select md5('mail' || n)::uuid, at, md5('entry' || n || '-' || entry)::uuid,
    case when entry % 2 = 0 then 'message-received' else 'message-sent' end, at, 'email:support', 'email',
    md5('conversation' || n)::uuid, md5('issue' || n)::uuid, null,
    'Does the saw need special oil, or will any do? I have asked in the shop as well, and they were not sure.', true
from generate_series(?1, ?2 - 1) n
cross join lateral generate_series(1, case when n % 1000 = 0 then 2000 else 8 end) entry
cross join lateral (select timestamptz '2025-06-01' + entry * interval '3 hours' + (n % 86400) * interval '1 second' as at) t;
