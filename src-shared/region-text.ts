/** 省, 市 and 区 in one cell, as an export writes them: 浙江省 杭州市 西湖区. */
export const regionText = ({
  province,
  city,
  district,
}: {
  readonly province: string;
  readonly city: string;
  readonly district: string;
}): string => [province, city, district].filter((part) => part !== '').join(' ');
