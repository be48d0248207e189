import { thenDay } from '../library-day';
import { applicationFormWording } from './application-form';

/** What a membership allows, and prolonging it. */
export const termWording = {
  title: '会员权益与续期',
  endsOn: (day: string): string => thenDay('有效到', day),
  endless: '没有到期日',
  gives: '这张证可以',
  loans: (count: number): string => `同时借 ${count} 本书`,
  holds: (count: number): string => `同时预约 ${count} 本书`,
  preview: '试读馆藏电子资源',
  download: '下载馆藏电子资源',
  nothing: '在馆内阅览',
  prolong: '续期',
  prolongTo: (day: string): string => thenDay('续到', day),
  prolonging: '正在续期…',
  prolonged: (day: string): string => thenDay('已续到', day),
  opensOn: (day: string): string => `${day}起可以办`,
  notProlonged: '没有续期',
  applyAgain: '填写续期申请',
  seeApplication: applicationFormWording.seeApplication,
  unboundAdvice: '绑定后看会员权益，到期前在这里续期',
} as const;
