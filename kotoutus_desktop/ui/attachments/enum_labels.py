"""What the values of scans are called in the interface."""

from collections.abc import Mapping
from enum import StrEnum

from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.attachment import AttachmentKind

ATTACHMENT_LABELS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    AttachmentKind: {
        AttachmentKind.PERMIT: N_("residence permit"),
        AttachmentKind.IDENTITY: N_("passport or identity card"),
        AttachmentKind.CERTIFICATE: N_("certificate of training or work"),
        AttachmentKind.DIPLOMA: N_("diploma or degree"),
        AttachmentKind.CONSENT: N_("consent"),
        AttachmentKind.OTHER: N_("other document"),
    },
}
