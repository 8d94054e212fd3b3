-- A conversation that began with an automatic message has no matter until a person writes in it.
alter table contact alter column issue_id drop not null;

-- What is forgotten after a while is found by its age.
create index claim_made_at on claim using brin (made_at);
create index assignment_assigned_at on assignment using brin (assigned_at);
create index held_message_held_at on held_message using brin (held_at);
