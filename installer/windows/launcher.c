/* Starts the program inside the Python that lies beside it. Built twice: for windows, and with
   CONSOLE defined for the terminal, where commands write their answers.

   The library is loaded by its full path, and others from the program's folder and the system's
   only: nothing that lies in the folder where somebody works can slip in. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <shellapi.h>
#include <stdio.h>
#include <wchar.h>

#define LONGEST_PATH 32768
#define OWN_ARGUMENTS 6 /* with the NULL at the end */

typedef int (*python_main)(int, wchar_t **);

static int fail(const wchar_t *what) {
#ifdef CONSOLE
    fwprintf(stderr, L"%ls\n", what);
#else
    MessageBoxW(NULL, what, L"Kotoutus Desktop", MB_ICONERROR | MB_OK);
#endif
    return 3;
}

static int start(void) {
    static wchar_t program[LONGEST_PATH], library[LONGEST_PATH];
    DWORD length = GetModuleFileNameW(NULL, program, LONGEST_PATH);
    wchar_t *name = length && length < LONGEST_PATH ? wcsrchr(program, L'\\') : NULL;
    if (!name || (size_t)(name - program) + wcslen(PYTHON_LIBRARY) + 2 > LONGEST_PATH)
        return fail(L"The name of the program's folder is too long.");
    wcscpy(library, program);
    wcscpy(library + (name - program) + 1, PYTHON_LIBRARY);

    /* setup looks for it and asks to close the program before it replaces files */
    CreateMutexW(NULL, FALSE, L"KotoutusDesktopRuns");
    SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    HMODULE python = LoadLibraryExW(
        library, NULL, LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    python_main run = python ? (python_main)(void *)GetProcAddress(python, "Py_Main") : NULL;
    if (!run)
        return fail(L"Files of the program are missing or damaged. Install it again.");

    int count = 0, at = 0;
    wchar_t **given = CommandLineToArgvW(GetCommandLineW(), &count);
    wchar_t **passed = given
        ? LocalAlloc(LPTR, sizeof(wchar_t *) * (size_t)(count + OWN_ARGUMENTS))
        : NULL;
    if (!passed)
        return fail(L"There is too little memory.");
    passed[at++] = program;
    passed[at++] = L"-X";
    passed[at++] = L"utf8";
    passed[at++] = L"-m";
    passed[at++] = L"kotoutus_desktop";
    for (int each = 1; each < count; each++)
        passed[at++] = given[each];
    return run(at, passed);
}

#ifdef CONSOLE
int wmain(void) { return start(); }
#else
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE before, PWSTR line, int show) {
    (void)instance; (void)before; (void)line; (void)show;
    return start();
}
#endif
