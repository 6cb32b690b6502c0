/** ED-6: alcohol, sedatives, other medicines and drugs. */
import type { EducationModule } from '../education-module.ts'
import { said } from '../patient-text.ts'

export const alcoholAndOtherMedicines: EducationModule = {
  id: 'ed-6',
  version: 1,
  title: said('Alcohol, other medicines, and drugs', 'El alcohol, otros medicamentos y las drogas'),
  objectives: [
    said(
      'Stay away from alcohol and from drugs that make you sleepy near a dose.',
      'Evitar el alcohol y lo que da sueño cerca de una dosis.',
    ),
    said('Tell us about everything you take.', 'Contarnos todo lo que toma.'),
  ],
  sections: [
    {
      id: 'breathing',
      title: said('What can slow your breathing', 'Qué puede hacer más lenta su respiración'),
      text: said(
        'Some things can slow your breathing when mixed with ketamine. Opioid pain pills, sleep pills, and calming pills such as Xanax can do this. So can alcohol. Together they can make you too sleepy to breathe well. This can kill.',
        'Algunas cosas pueden hacer más lenta su respiración si se mezclan con ketamina. Por ejemplo, los opioides para el dolor, las pastillas para dormir y las pastillas para los nervios, como Xanax. El alcohol también. Juntos pueden darle tanto sueño que no respire bien. Esto puede causar la muerte.',
      ),
      cites: ['esketamine-label-us', 'ketamine-label-us'],
      confidence: 'high',
      basis: 'src',
    },
    {
      id: 'alcohol',
      title: said('No alcohol', 'Nada de alcohol'),
      text: said(
        'Do not drink on the day before a dose or on the day of the dose. We may check your breath. If you did drink, tell us. We will choose a new date. If it is hard for you to go a day without a drink, tell us. We can help you do it safely.',
        'No tome alcohol el día antes de una dosis ni el mismo día. Es posible que le hagamos una prueba de aliento. Si tomó, díganoslo. Pondremos otra fecha. Si se le hace difícil pasar un día sin alcohol, cuéntenos. Podemos ayudarle a hacerlo de forma segura.',
      ),
      cites: ['esketamine-label-us', 'dakwar-2020', 'judgement'],
      confidence: 'med',
      basis: 'drv',
    },
    {
      id: 'do-not-stop-alone',
      title: said('Do not stop a medicine on your own', 'No deje un medicamento por su cuenta'),
      text: said(
        'Keep taking your medicines as prescribed. Stopping some of them all at once can be dangerous. Calming pills are an example. Ask us first. We will tell you what to take on the day, and when.',
        'Siga tomando sus medicamentos como se los recetaron. Dejar algunos de golpe puede ser peligroso. Por ejemplo, las pastillas para los nervios. Pregúntenos primero. Le diremos qué tomar ese día y a qué hora.',
      ),
      cites: ['andrashko-2020', 'judgement'],
      confidence: 'high',
      basis: 'drv',
    },
    {
      id: 'tell-us-all',
      title: said('Tell us about everything', 'Cuéntenos todo'),
      text: said(
        'Tell us each medicine, new or old. Count cough syrup, herbs like St John’s wort, and cannabis. Tell us if you take naltrexone. It may make ketamine work less well, though studies do not agree. If you take a lozenge, grapefruit can make it stronger.',
        'Díganos cada medicamento, nuevo o viejo. Cuente también los jarabes para la tos, las hierbas como la hierba de San Juan y la marihuana. Díganos si toma naltrexona. Puede hacer que la ketamina funcione menos, aunque los estudios no coinciden. Si usa pastillas que se disuelven en la boca, la toronja puede hacerlas más fuertes.',
      ),
      cites: ['williams-2018', 'yoon-2019', 'peltoniemi-2012', 'memantine-smpc-eu', 'judgement'],
      confidence: 'med',
      basis: 'drv',
    },
    {
      id: 'honesty-is-safe',
      title: said('You can be honest', 'Puede ser sincero'),
      text: said(
        'If you use other drugs, tell us. It does not end your care by itself. It changes the steps we take to keep you safe. Some days we may need to wait with a dose. We will tell you why, and stay in touch.',
        'Si usa otras drogas, cuéntenos. Eso no termina su atención por sí solo. Cambia los pasos que damos para cuidarlo. A veces quizá haya que esperar para dar una dosis. Le diremos por qué y seguiremos en contacto.',
      ),
      cites: ['cohen-2018', 'judgement'],
      confidence: 'med',
      basis: 'drv',
    },
  ],
  questions: [
    {
      id: 'ed-6-sedatives',
      asks: said(
        'Opioids or sleep pills near a dose can:',
        'Los opioides o las pastillas para dormir cerca de una dosis pueden:',
      ),
      answers: [
        {
          id: 'help-relax',
          text: said('Make the dose safer, because I relax', 'Hacer más segura la dosis, porque me relajo'),
        },
        { id: 'no-effect', text: said('Do nothing at low doses', 'No hacer nada en dosis bajas') },
        { id: 'slow-breathing', text: said('Slow my breathing', 'Hacer más lenta mi respiración') },
      ],
      right: 'slow-breathing',
      explains: said(
        'They can slow your breathing, and together the effect adds up. Tell us what you take, and do not stop it on your own.',
        'Pueden hacer más lenta su respiración, y juntos el efecto se suma. Díganos qué toma y no lo deje por su cuenta.',
      ),
      safetyCritical: true,
      taughtIn: 'breathing',
    },
    {
      id: 'ed-6-telling-us',
      asks: said(
        'If you tell us about drug use, does your care end?',
        'Si nos cuenta que usa drogas, ¿se termina su atención?',
      ),
      answers: [
        { id: 'yes-always', text: said('Yes, always', 'Sí, siempre') },
        {
          id: 'no-steps-change',
          text: said('Not by itself. It changes the safety steps', 'No por sí solo. Cambia los pasos de seguridad'),
        },
        { id: 'yes-once', text: said('Yes, after one time', 'Sí, después de una vez') },
      ],
      right: 'no-steps-change',
      explains: said(
        'You can be open with us. Your care does not end by itself. We change the safety steps so that you are not hurt.',
        'Puede hablar con confianza. Su atención no se termina por sí sola. Cambiamos los pasos de seguridad para que usted no corra peligro.',
      ),
      safetyCritical: false,
      taughtIn: 'honesty-is-safe',
    },
    {
      id: 'ed-6-alcohol',
      asks: said(
        'May you drink alcohol the day before a dose, or that day?',
        '¿Puede tomar alcohol el día antes de una dosis o ese mismo día?',
      ),
      answers: [
        { id: 'no', text: said('No, on neither day', 'No, ninguno de los dos días') },
        { id: 'day-before', text: said('Yes, the day before', 'Sí, el día antes') },
        { id: 'one-after', text: said('Yes, one drink after the dose', 'Sí, una copa después de la dosis') },
      ],
      right: 'no',
      explains: said(
        'Alcohol and ketamine together can make you too sleepy to breathe well. Please leave it out on both days.',
        'El alcohol y la ketamina juntos pueden darle tanto sueño que no respire bien. Por favor, no tome ninguno de los dos días.',
      ),
      safetyCritical: true,
      taughtIn: 'alcohol',
    },
  ],
}
