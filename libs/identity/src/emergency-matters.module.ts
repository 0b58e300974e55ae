import { Module } from '@nestjs/common';
import { EmergencyMatters } from './app/emergencies/emergency-matters';

/** For libs that own matters; brings no guard with it. */
@Module({ providers: [EmergencyMatters], exports: [EmergencyMatters] })
export class EmergencyMattersModule {}
