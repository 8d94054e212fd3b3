-- Every handle has a customer row of its own, its atom, and whatever arrives hangs on the atom it came through. A link
-- holds two atoms together; who redirects to whom follows from the links alone, so that taking one back restores what
-- was before, also for what has come in meanwhile.

-- A handle may change its person (a recycled phone number): the old one ends, a new one begins with a new atom.
alter table handle add column ended_at timestamptz;
alter table handle add column ended_by text;
-- So many different people use it that it tells nobody apart: no longer looked at.
alter table handle add column worn boolean not null default false;
alter table handle drop constraint handle_kind_value_key;
create unique index handle_current on handle (kind, value) where ended_at is null;

-- What an atom itself knows; display_name, language and stage are what is shown of the whole cluster, on its survivor.
alter table customer add column own_name text;
alter table customer add column own_name_at timestamptz;
alter table customer add column own_language text;
alter table customer add column own_language_at timestamptz;
alter table customer add column own_stage text not null default 'prospect';
update customer set own_name = display_name, own_name_at = created_at, own_language = language,
    own_language_at = created_at, own_stage = stage;

-- Evidence. Of one atom (atom_id = customer_id): its handle was proven. Of two: both are of one person.
alter table link add column atom_id uuid references customer (id) deferrable initially deferred;
update link l set atom_id = h.customer_id from handle h where h.id = l.handle_id;
set constraints all immediate;
alter table link alter column atom_id set not null;
alter table link alter column handle_id drop not null;
alter table link alter column source drop not null;
alter table link add column occurred_at timestamptz;
update link set occurred_at = made_at;
alter table link alter column occurred_at set not null;
alter table link add column forced boolean not null default false;  -- a person overrode what spoke against it
alter table link add column reason text;                            -- a person's, for making it
alter table link add column refused text;                           -- why it is not followed; null when it is
alter table link add column revoked_reason text;
alter table link alter constraint link_customer_id_fkey deferrable initially deferred;
alter table link alter constraint link_handle_id_fkey deferrable initially deferred;
drop index link_active;

-- Handles that shared a customer row get rows of their own, held together by the evidence there was for them.
set constraints all immediate;
create temporary table parted on commit drop as
  select id as handle_id, customer_id as old_id, gen_random_uuid() as atom_id
  from (select *, row_number() over (partition by customer_id order by created_at, kind, value) as n from handle) h
  where n > 1;
insert into customer (id, survivor_id, created_at)
  select p.atom_id, c.survivor_id, c.created_at from parted p join customer c on c.id = p.old_id;
update handle h set customer_id = p.atom_id from parted p where h.id = p.handle_id;
update link l set atom_id = p.atom_id from parted p where l.handle_id = p.handle_id;
insert into link (id, handle_id, atom_id, customer_id, evidence, confidence, source, made_by, made_at, occurred_at)
  select gen_random_uuid(), l.handle_id, l.atom_id, l.atom_id, l.evidence, l.confidence, l.source, l.made_by, l.made_at,
      l.occurred_at
  from link l join parted p on p.atom_id = l.atom_id and p.old_id = l.customer_id where l.revoked_at is null;
set constraints all immediate;
-- What a person has taken back, the same evidence does not bring again; hence also the revoked ones are unique.
create unique index link_evidence on link (atom_id, customer_id, evidence) where evidence <> 'confirmed';
create unique index link_confirmed on link (atom_id, customer_id) where evidence = 'confirmed' and revoked_at is null;
create index link_atom on link (atom_id);
create index link_handle on link (handle_id);

-- Two atoms that are known to be different people.
create table difference (
  id uuid primary key,
  atom_id uuid not null references customer (id),
  other_id uuid not null references customer (id),
  reason text,
  made_by text not null,
  made_at timestamptz not null,
  revoked_by text,
  revoked_at timestamptz,
  check (atom_id < other_id));
create unique index difference_active on difference (atom_id, other_id) where revoked_at is null;
create index difference_other on difference (other_id);

-- Who stood for whom, and since when. An atom that is not here stands for itself since it was created.
create table customer_history (
  customer_id uuid not null references customer (id) deferrable initially deferred,
  since timestamptz not null,
  survivor_id uuid not null,
  primary key (customer_id, since));
create index customer_history_survivor on customer_history (survivor_id, since);
insert into customer_history (customer_id, since, survivor_id)
select c.id, coalesce(max(l.made_at), c.created_at), c.survivor_id
from customer c left join handle h on h.customer_id = c.id left join link l on l.handle_id = h.id
where c.survivor_id <> c.id group by c.id, c.survivor_id, c.created_at;
