/** Pictures, scans and recordings attached to a record. */
export const attachments = {
  add: '添加',
  dropHere: '拖放或粘贴图片、扫描件、录音',
  none: '可拖放或粘贴照片、扫描件、录音。',
  void: '作废',
  voidReason: '作废原因',
  isVoid: '已作废：{reason}',
  show: '查看',
  purpose_scan: '扫描件',
  purpose_photo: '照片',
  purpose_recording: '录音',
  purpose_logo: '标志',
  purpose_other: '其他',
} as const;
