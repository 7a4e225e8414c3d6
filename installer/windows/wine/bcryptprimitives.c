/* For the check under Wine only, never shipped: the one function of a library that Windows 10 has
   and older Wine lacks. It gives the random bytes of Wine itself. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID buffer, ULONG length);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length) {
    return SystemFunction036(data, (ULONG)length);
}
