-- Where each provisional fill stands is told on a topic of its own. Those that are in their places already are told once.
alter table provisional_fill
    add column told    text,
    add column version bigint;
comment on column provisional_fill.told is 'where it was told to stand, without the version; null while nothing was told';

update provisional_fill set settled = false;
update account
   set live_from = least(live_from, (select min(report_date) from provisional_fill
                                      where provisional_fill.account = account.account));
