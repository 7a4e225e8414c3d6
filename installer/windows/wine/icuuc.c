/* For the check under Wine only, never shipped: the converters that Windows 10 has and Wine lacks.
   Every request fails, so the toolkit takes its own. */
#include <stddef.h>
#include <stdint.h>

#define OUT __declspec(dllexport)
#define FILE_ACCESS_ERROR 4
#define FAIL(error) do { if (error) *(error) = FILE_ACCESS_ERROR; } while (0)

OUT void *ucnv_open(const char *n, int32_t *e) { (void)n; FAIL(e); return NULL; }
OUT void ucnv_close(void *c) { (void)c; }
OUT void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
OUT void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
OUT void ucnv_reset(void *c) { (void)c; }
OUT int8_t ucnv_getMaxCharSize(const void *c) { (void)c; return 4; }
OUT const char *ucnv_getName(const void *c, int32_t *e) { (void)c; FAIL(e); return NULL; }
OUT void ucnv_getToUCallBack(const void *c, void **a, const void **x) {
    (void)c; if (a) *a = NULL; if (x) *x = NULL;
}
OUT void ucnv_getFromUCallBack(const void *c, void **a, const void **x) {
    (void)c; if (a) *a = NULL; if (x) *x = NULL;
}
OUT void ucnv_setToUCallBack(
    void *c, void *a, const void *x, void **o, const void **y, int32_t *e) {
    (void)c; (void)a; (void)x; (void)o; (void)y; FAIL(e);
}
OUT void ucnv_setFromUCallBack(
    void *c, void *a, const void *x, void **o, const void **y, int32_t *e) {
    (void)c; (void)a; (void)x; (void)o; (void)y; FAIL(e);
}
OUT void ucnv_cbToUWriteUChars(void *a, const void *s, int32_t l, int32_t o, int32_t *e) {
    (void)a; (void)s; (void)l; (void)o; FAIL(e);
}
OUT void ucnv_cbFromUWriteUChars(void *a, const void **s, const void *l, int32_t o, int32_t *e) {
    (void)a; (void)s; (void)l; (void)o; FAIL(e);
}
OUT void ucnv_toUnicode(void *c, void **t, const void *l, const char **s, const char *m,
                        int32_t *o, int8_t f, int32_t *e) {
    (void)c; (void)t; (void)l; (void)s; (void)m; (void)o; (void)f; FAIL(e);
}
OUT void ucnv_fromUnicode(void *c, char **t, const char *l, const void **s, const void *m,
                          int32_t *o, int8_t f, int32_t *e) {
    (void)c; (void)t; (void)l; (void)s; (void)m; (void)o; (void)f; FAIL(e);
}
OUT int32_t ucnv_toUCountPending(const void *c, int32_t *e) { (void)c; FAIL(e); return 0; }
OUT int32_t ucnv_fromUCountPending(const void *c, int32_t *e) { (void)c; FAIL(e); return 0; }
OUT const char *ucnv_getStandardName(const char *n, const char *s, int32_t *e) {
    (void)n; (void)s; FAIL(e); return NULL;
}
OUT const char *ucnv_getAvailableName(int32_t n) { (void)n; return NULL; }
OUT int32_t ucnv_countAvailable(void) { return 0; }
