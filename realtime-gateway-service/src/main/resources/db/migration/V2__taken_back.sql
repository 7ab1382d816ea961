-- What was told and does not stand any more, and what a fill's order says of it.
alter table fill
    add column taken_back boolean not null default false,
    add column perm_id    bigint,
    add column cumulative numeric;
comment on column fill.told is 'false for what cannot be valued, which waits for a person, and for what is taken back';
comment on column fill.content is 'what was told, without its time of telling; of what is taken back, its last version marked so';
comment on column fill.perm_id is 'of its order; null where it has none, or was not told since this column came';
comment on column fill.cumulative is 'units of the order filled after it';

create index fill_execution on fill (execution);
create index fill_order on fill (perm_id, account, conid) where perm_id is not null;
create index fill_order_doubted on fill (perm_id) where reviews @> array['CORRECTION_RAISED_TOTAL'];
create index fill_untold on fill (heard_at) where not told and not taken_back;
drop index fill_pending;
create index fill_pending on fill (heard_at) where commission is null and not taken_back;
