-- Why somebody took a mark back, or said that a handle has changed hands.
alter table difference add column revoked_reason text;
alter table handle add column ended_reason text;
