import time
from tests.support.scene import *
import cProfile,pstats
async def test_a(stage): 
    s=await scene(stage); c=await stage.campaign(); await s.begin(c)
    for i in range(5):
        t=time.perf_counter(); q=await s.person.tap("4" if i else "7"); t1=time.perf_counter(); await s.person.wait_answer(q); t2=time.perf_counter(); await quiet(stage); t3=time.perf_counter(); print(f"{t1-t:.3f} {t2-t1:.3f} {t3-t2:.3f}")
    t=time.perf_counter(); await stage.people.__aexit__(None,None,None); print("people",time.perf_counter()-t)
