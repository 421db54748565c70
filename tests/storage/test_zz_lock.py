import asyncio, random
from dataclasses import replace
import pytest
from datetime import timedelta
from domain.lead import Contact
from domain.questionnaire import Mode
from storage.database import Database
import storage.database as sd
from storage.models import leads, told_leads, deliveries, people
from tests.support.made import NOW, answered, begun, counts, has_finished, stored, rows
pytestmark = pytest.mark.parametrize("migrated_url", ["postgresql"], indirect=True)

async def test_locks(database, library, monkeypatch):
    retried=[]
    orig=sd._is_passing
    def passing(e):
        retried.append(str(e.orig)[:90]); return orig(e)
    monkeypatch.setattr(sd,'_is_passing',passing)
    admins=[1000,1001,1002]
    A=[await stored(database,c,state="Talk:leads",consented_at=NOW) for c in admins]
    P=[]
    for i in range(20):
        p=await stored(database,5000+i,consented_at=NOW); 
        P.append((p, await has_finished(database,p,answered(begun(library)))))
    # admins have results too
    for a in A: P.append((a, await has_finished(database,a,answered(begun(library)))))
    errs=[]
    async def person(p,row):
        for n in range(6):
            async def leave(r):
                me=await r.people.find(p.chat_id)
                w=await r.leads.withdraw(me.id)
                lead=await r.leads.leave(me.id,row,Contact("x"),"v",NOW)
                for rec in await r.leads.receivers(admins): await r.deliveries.add(rec,"lead",NOW,lead=lead)
                await r.people.save(me.again())
                return lead
            async def wd(r):
                me=await r.people.find(p.chat_id)
                await r.leads.withdraw(me.id)
                await r.people.save(me.again())
            try:
                lid=await database.write(leave)
                lead=await database.read(lambda r:r.leads.by_id(lid))
                async def settle(r,a):
                    await r.leads.told(lead,a.id,random.randrange(10**6))
                    d=await r.deliveries.take(a.id,NOW,NOW+timedelta(seconds=1))
                    if d: await r.deliveries.done(d.id)
                if lead: await asyncio.gather(*(database.write(lambda r,a=a: settle(r,a)) for a in A))
                await database.write(wd)
            except Exception as e:
                errs.append(repr(e)[:200])
    stop=False
    async def admin(a):
        while not stop:
            async def u(r):
                me=await r.people.find(a.chat_id)
                await r.deliveries.add(me.id,"lead_card",NOW,lead=random.randrange(99))
                await r.people.save(me.again())
            try: await database.write(u)
            except Exception as e: errs.append("ADMIN "+repr(e)[:200])
            await asyncio.sleep(0.01)
    async def keeper():
        while not stop:
            try: await database.write(lambda r:r.leads.withdraw_unseen(NOW+timedelta(days=1)))
            except Exception as e: errs.append("KEEP "+repr(e)[:200])
            await asyncio.sleep(0.05)
    ts=[asyncio.create_task(admin(a)) for a in A]+[asyncio.create_task(keeper())]
    import time; t=time.time()
    await asyncio.gather(*(person(*x) for x in P))
    stop=True; await asyncio.gather(*ts)
    from collections import Counter
    print("took",time.time()-t,"retries",Counter(retried),"errs",len(errs),errs[:5])
    print(await counts(database,leads,told_leads,deliveries))
