import type { Category, FaultGroup } from '#shared/domain/states.ts';
import type { PresetRole } from '#shared/domain/roles.ts';

/* The words the sample is made of. Names of firms and persons are put together by chance and mean nobody. */

/** The firm of the sample; its name stands on every paper, so it says that nothing on it is real. */
export const sampleFirm = {
  name: '江南客车（示例）',
  department: '售后服务部',
  telephone: '400-820-0000',
  address: '江苏省南通市崇川区示例路 88 号',
};

/** What everybody in the sample signs in with. */
export const samplePassword = 'shouhou-desk';

/** The people of the sample, in the order in which they are made; the first admin sets up the firm. */
export const samplePeople: readonly {
  readonly signInName: string;
  readonly name: string;
  readonly roles: readonly PresetRole[];
}[] = [
  { signInName: 'admin', name: '管理员', roles: ['admin'] },
  { signInName: 'wangxm', name: '王晓梅', roles: ['clerk'] },
  { signInName: 'chenjing', name: '陈静', roles: ['clerk'] },
  { signInName: 'zhaogang', name: '赵刚', roles: ['warehouse'] },
  { signInName: 'lizq', name: '李志强', roles: ['technician'] },
  { signInName: 'zhoujg', name: '周建国', roles: ['technician'] },
  { signInName: 'majun', name: '马俊', roles: ['technician'] },
  { signInName: 'sunwei', name: '孙伟', roles: ['technician'] },
  { signInName: 'liubz', name: '刘部长', roles: ['leader'] },
  { signInName: 'hemin', name: '何敏', roles: ['leader'] },
  { signInName: 'guopb', name: '郭品保', roles: ['quality'] },
  { signInName: 'tangcw', name: '唐财务', roles: ['finance'] },
  { signInName: 'shenji', name: '沈审计', roles: ['auditor'] },
];

export const sampleWarehouses = [
  { code: 'A', name: '主库' },
  { code: 'B', name: '二号库' },
  { code: 'W', name: '温州中转库' },
];
export const sampleStations = ['温州服务站', '青岛服务站', '深圳服务站'];

export const sampleProducts = [
  { code: 'JN6126HG', name: '12 米城市客车', productLine: '城市客车' },
  { code: 'JN6105HG', name: '10.5 米城市客车', productLine: '城市客车' },
  { code: 'JN6859BEV', name: '8.5 米纯电动客车', productLine: '纯电动客车' },
  { code: 'JN6122HQ', name: '12 米旅游客车', productLine: '公路客车' },
  { code: 'JN6908HQ', name: '9 米旅游客车', productLine: '公路客车' },
  { code: 'JN6750XC', name: '7.5 米校车', productLine: '校车' },
];

/** Provinces with the character of their plates, a telephone code, and how far they lie from the firm in kilometres. */
export const sampleRegions = [
  {
    name: '江苏',
    cities: ['南通', '苏州', '无锡', '盐城'],
    plate: '苏',
    letters: 'FEBJ',
    code: '0513',
    kilometres: 60,
  },
  {
    name: '浙江',
    cities: ['杭州', '温州', '嘉兴', '宁波'],
    plate: '浙',
    letters: 'ACFB',
    code: '0577',
    kilometres: 340,
  },
  {
    name: '广东',
    cities: ['深圳', '佛山', '广州'],
    plate: '粤',
    letters: 'BEA',
    code: '0755',
    kilometres: 1450,
  },
  {
    name: '山东',
    cities: ['青岛', '济南', '潍坊'],
    plate: '鲁',
    letters: 'BAG',
    code: '0532',
    kilometres: 620,
  },
  { name: '安徽', cities: ['合肥', '芜湖'], plate: '皖', letters: 'AB', code: '0551', kilometres: 380 },
  { name: '上海', cities: ['上海'], plate: '沪', letters: 'AD', code: '021', kilometres: 95 },
];
export const firmEndings = [
  '公交公司',
  '第二公交公司',
  '长途汽车运输公司',
  '旅游客运有限公司',
  '城乡巴士有限公司',
  '机场巴士公司',
  '园区巴士有限公司',
  '校车服务公司',
  '汽车租赁有限公司',
  '交运集团',
];
export const familyNames = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文䶮㛃',
];
export const givenNames = [
  '伟',
  '芳',
  '志强',
  '秀英',
  '建国',
  '敏',
  '静',
  '丽',
  '军',
  '洋',
  '勇',
  '艳',
  '杰',
  '娟',
  '涛',
  '明',
  '超',
  '霞',
  '平',
  '刚',
  '桂英',
  '海燕',
  '晓东',
  '文博',
  '子轩',
  '国庆',
  '红梅',
];
export const positions = ['车队长', '调度', '机务科长', '驾驶员', '修理厂长', '采购', '安全科'];

/** Kinds of parts: name, number stem, component group, unit, price in yuan, whether the old part must come back. */
export const partKinds: readonly (readonly [
  name: string,
  stem: string,
  group: string,
  unit: string,
  yuan: number,
  back: boolean,
])[] = [
  ['水泵总成', '1307010', 'chassis', '件', 860, true],
  ['节温器', '1306010', 'chassis', '件', 126, true],
  ['膨胀水箱盖', '1303', 'chassis', '件', 38, false],
  ['散热器总成', '1301010', 'chassis', '件', 2410, true],
  ['空气干燥器', '3511', 'chassis', '件', 745, true],
  ['制动蹄片', '3502', 'wear', '副', 186, false],
  ['离合器从动盘', '1601', 'wear', '件', 420, true],
  ['增压器总成', '1118', 'chassis', '件', 4380, true],
  ['喷油器', '1112', 'chassis', '支', 960, true],
  ['发电机总成', '3701', 'electrical', '件', 1680, true],
  ['起动机', '3708', 'electrical', '件', 1180, true],
  ['ABS 传感器', '3550', 'electrical', '件', 156, true],
  ['雨刮电机', '5205', 'electrical', '件', 312, true],
  ['继电器 24 V', '3722', 'electrical', '件', 9.8, false],
  ['组合仪表', '3820', 'electrical', '件', 1260, true],
  ['前大灯总成', '4121', 'electrical', '件', 486, true],
  ['门泵总成', '6107', 'body', '件', 540, true],
  ['车门密封条', '6105', 'body', '米', 18.6, false],
  ['乘客门玻璃', '6103', 'body', '件', 320, false],
  ['后视镜总成', '8202', 'body', '件', 278, false],
  ['座椅总成', '6800', 'body', '件', 390, false],
  ['空调压缩机', '8103', 'airConditioning', '件', 3260, true],
  ['冷凝风机', '8105', 'airConditioning', '件', 365, true],
  ['空调压缩机皮带', '8112', 'wear', '根', 64, false],
  ['机油滤清器', '1012', 'wear', '件', 46, false],
  ['防冻液 -35℃', 'GB29743', 'wear', '升', 21, false],
  ['驱动电机控制器', '2102', 'traction', '件', 9800, true],
  ['动力电池模组', '2101', 'traction', '组', 12600, true],
  ['转向助力泵', '3407', 'chassis', '件', 1120, true],
  ['减振器', '2905', 'chassis', '支', 268, false],
];
export const suppliers = [
  '玉柴股份',
  '潍柴动力',
  '威伯科',
  '法雷奥',
  '松芝空调',
  '宁德时代',
  '瑞立集团',
  '江南自制',
];
export const partVariants = ['A12', 'A10', 'B03', 'K22', 'C01', 'D07', 'E15', 'F09'];

/** What customers complain of: words, fault group, component group, kinds of parts that mend it, and the work. */
export const faults: readonly {
  readonly symptom: string;
  readonly faultGroup: FaultGroup;
  readonly componentGroup: string;
  readonly parts: readonly string[];
  readonly cause: string;
  readonly work: string;
}[] = [
  {
    symptom: '起步后水温高报警，膨胀水箱有气泡，补水后两天又报',
    faultGroup: 'chassisEngine',
    componentGroup: 'chassis',
    parts: ['水泵总成', '节温器'],
    cause: '水泵叶轮轴封漏水，壳体有砂眼',
    work: '更换水泵总成、节温器，加注防冻液，放气，试车水温正常，无渗漏',
  },
  {
    symptom: '前门关不严，行驶中有异响',
    faultGroup: 'body',
    componentGroup: 'body',
    parts: ['门泵总成', '车门密封条'],
    cause: '门泵漏气，密封条老化',
    work: '更换门泵总成，调整门间隙，更换密封条，试门二十次正常',
  },
  {
    symptom: '气压上升慢，制动偏软',
    faultGroup: 'chassisEngine',
    componentGroup: 'chassis',
    parts: ['空气干燥器'],
    cause: '空气干燥器排气阀卡滞',
    work: '更换空气干燥器，检查管路无泄漏，气压正常',
  },
  {
    symptom: '不能起动，起动机无反应',
    faultGroup: 'electrical',
    componentGroup: 'electrical',
    parts: ['起动机', '继电器 24 V'],
    cause: '起动机电磁开关烧蚀',
    work: '更换起动机与继电器，起动十次正常',
  },
  {
    symptom: 'ABS 报警灯常亮',
    faultGroup: 'electrical',
    componentGroup: 'electrical',
    parts: ['ABS 传感器'],
    cause: '左前 ABS 传感器断路',
    work: '更换传感器，清除故障码，路试正常',
  },
  {
    symptom: '空调不制冷，风机有异响',
    faultGroup: 'airConditioning',
    componentGroup: 'airConditioning',
    parts: ['冷凝风机'],
    cause: '冷凝风机轴承损坏',
    work: '更换冷凝风机，补充制冷剂，出风口温度正常',
  },
  {
    symptom: '发电量不足，仪表显示电压低',
    faultGroup: 'electrical',
    componentGroup: 'electrical',
    parts: ['发电机总成'],
    cause: '发电机调节器损坏',
    work: '更换发电机总成，怠速电压 27.6 V',
  },
  {
    symptom: '雨刮不工作',
    faultGroup: 'electrical',
    componentGroup: 'electrical',
    parts: ['雨刮电机'],
    cause: '雨刮电机进水',
    work: '更换雨刮电机，密封处理，三档正常',
  },
  {
    symptom: '加速无力，排气冒黑烟',
    faultGroup: 'chassisEngine',
    componentGroup: 'chassis',
    parts: ['喷油器'],
    cause: '第三缸喷油器卡滞',
    work: '更换喷油器，匹配学习，路试动力正常',
  },
  {
    symptom: '转向沉重',
    faultGroup: 'chassisEngine',
    componentGroup: 'chassis',
    parts: ['转向助力泵'],
    cause: '助力泵内泄',
    work: '更换转向助力泵，排气，转向轻便',
  },
];

/** Contacts that open no case. */
export const enquiries: readonly {
  readonly category: Category;
  readonly summary: string;
  readonly answer: string;
}[] = [
  {
    category: 'enquiry',
    summary: '询问首次保养里程',
    answer: '5,000 km 或三个月，先到为准；已告知就近服务站',
  },
  { category: 'partsOrder', summary: '订购车门密封条 12 米', answer: '已报价，用户考虑后回电' },
  { category: 'enquiry', summary: '要求补发保养手册', answer: '已登记地址，当日寄出' },
  { category: 'praise', summary: '表扬上次上门师傅服务细致', answer: '已转达并记入考核' },
  { category: 'other', summary: '询问节假日值班电话', answer: '已告知 24 小时值班电话' },
];
