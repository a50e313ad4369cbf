/** The names of the copies of a paper that is printed several times, until the firm gives its own. */
export const presetCopyNames: string[] = ['存根', '财务', '用户'];
