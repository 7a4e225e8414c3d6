; Per-user setup without administrator's rights. Silent: /S. Another folder: /D=C:\folder (last).
; Called by build_windows.py with VERSION, OUT, ICON, KIND_ICONS, FILES, REMOVED, COMPRESSOR.
Target amd64-unicode
!include "MUI2.nsh"
!include "FileFunc.nsh"

!define TITLE "Kotoutus Desktop"
!define PROGRAM "Kotoutus Desktop.exe"
!define KEY "Software\KotoutusDesktop"
!define UNKEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\KotoutusDesktop"
!define CLASSES "Software\Classes"

Name "${TITLE}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\${TITLE}"
InstallDirRegKey HKCU "${KEY}" "InstallDir"
RequestExecutionLevel user
SetCompressor ${COMPRESSOR}
ManifestDPIAware true
ManifestLongPathAware true
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${TITLE}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "CompanyName" "${TITLE}"
VIAddVersionKey "LegalCopyright" "EUPL-1.2"
VIAddVersionKey "FileDescription" "${TITLE}: setup"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
; the first one is spoken on a Windows in another language
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Finnish"
!insertmacro MUI_LANGUAGE "Swedish"

LangString RUNS ${LANG_ENGLISH} "${TITLE} is open. Close it, then start again."
LangString RUNS ${LANG_FINNISH} "${TITLE} on auki. Sulje se ja aloita uudelleen."
LangString RUNS ${LANG_SWEDISH} "${TITLE} är öppet. Stäng det och börja om."
LangString OFFICE ${LANG_ENGLISH} "The office's encrypted clients"
LangString OFFICE ${LANG_FINNISH} "Toimiston salatut asiakastiedot"
LangString OFFICE ${LANG_SWEDISH} "Kontorets krypterade klientuppgifter"
LangString TRANSFER ${LANG_ENGLISH} "Sealed cases for another laptop"
LangString TRANSFER ${LANG_FINNISH} "Sinetöidyt asiat toiselle kannettavalle"
LangString TRANSFER ${LANG_SWEDISH} "Förseglade ärenden till en annan bärbar dator"

!macro REFUSE_WHILE_IT_RUNS
  System::Call 'kernel32::OpenMutexW(i 0x100000, i 0, w "KotoutusDesktopRuns") p .R0'
  ${If} $R0 P<> 0
    System::Call 'kernel32::CloseHandle(p R0)'
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(RUNS)" /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
!macroend

!macro FILE_TYPE ENDING KIND WORDS
  WriteRegStr HKCU "${CLASSES}\${ENDING}" "" "${KIND}"
  WriteRegStr HKCU "${CLASSES}\${KIND}" "" "${WORDS}"
  WriteRegStr HKCU "${CLASSES}\${KIND}\DefaultIcon" "" "$INSTDIR\${KIND}.ico"
  WriteRegStr HKCU "${CLASSES}\${KIND}\shell\open\command" "" '"$INSTDIR\${PROGRAM}"'
!macroend

Function .onInit
  !insertmacro REFUSE_WHILE_IT_RUNS
FunctionEnd

Function un.onInit
  !insertmacro REFUSE_WHILE_IT_RUNS
FunctionEnd

Section "-program"
  ; an older version takes its own files away first; what people wrote lies elsewhere
  IfFileExists "$INSTDIR\uninstall.exe" 0 fresh
    ExecWait '"$INSTDIR\uninstall.exe" /S _?=$INSTDIR'
    Delete "$INSTDIR\uninstall.exe"
  fresh:
  !include "${FILES}"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortCut "$SMPROGRAMS\${TITLE}.lnk" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${KEY}" "InstallDir" "$INSTDIR"
  !insertmacro FILE_TYPE ".kotoutus" "KotoutusDesktop.Office" "$(OFFICE)"
  !insertmacro FILE_TYPE ".kotoutus-transfer" "KotoutusDesktop.Transfer" "$(TRANSFER)"
  WriteRegStr HKCU "${UNKEY}" "DisplayName" "${TITLE}"
  WriteRegStr HKCU "${UNKEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNKEY}" "Publisher" "${TITLE}"
  WriteRegStr HKCU "${UNKEY}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${UNKEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNKEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNKEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNKEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD HKCU "${UNKEY}" "EstimatedSize" "$0"
SectionEnd

Section "Uninstall"
  Delete "$SMPROGRAMS\${TITLE}.lnk"
  ; file by file: somebody may have chosen a folder with other things in it
  !include "${REMOVED}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "${CLASSES}\.kotoutus"
  DeleteRegKey HKCU "${CLASSES}\.kotoutus-transfer"
  DeleteRegKey HKCU "${CLASSES}\KotoutusDesktop.Office"
  DeleteRegKey HKCU "${CLASSES}\KotoutusDesktop.Transfer"
  DeleteRegKey HKCU "${UNKEY}"
  DeleteRegKey HKCU "${KEY}"
SectionEnd
